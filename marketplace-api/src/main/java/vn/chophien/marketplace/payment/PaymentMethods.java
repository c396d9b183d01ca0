package vn.chophien.marketplace.payment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.cod.CashOnDelivery;
import vn.chophien.marketplace.payment.gateway.CardGateway;

/** Which ways of paying this market offers. */
@Component
public class PaymentMethods {

    private final CardGateway gateway;
    private final CashOnDelivery cashOnDelivery;

    PaymentMethods(CardGateway gateway, CashOnDelivery cashOnDelivery) {
        this.gateway = gateway;
        this.cashOnDelivery = cashOnDelivery;
    }

    /** The methods for an order whose dearest parcel costs this much, in the order to show them. */
    public List<PaymentMethod> offered(Money dearestParcel) {
        var offered = new ArrayList<PaymentMethod>();
        if (gateway.isConfigured()) {
            offered.add(PaymentMethod.CARD);
        }
        if (cashOnDelivery.collects(dearestParcel)) {
            offered.add(PaymentMethod.COD);
        }
        return offered;
    }
}
