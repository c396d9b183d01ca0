package vn.chophien.marketplace.payment.cod;

import org.springframework.stereotype.Component;
import vn.chophien.marketplace.money.Money;

/** Whether the carrier may collect an amount at the door. */
@Component
public class CashOnDelivery {

    private final CashOnDeliverySettings settings;

    CashOnDelivery(CashOnDeliverySettings settings) {
        this.settings = settings;
    }

    public boolean collects(Money amount) {
        return amount.currencyCode().equals("VND") && amount.minor() <= settings.most();
    }
}
