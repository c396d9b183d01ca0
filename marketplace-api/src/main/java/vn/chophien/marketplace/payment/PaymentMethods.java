package vn.chophien.marketplace.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.SellerPaymentRepository.Terms;
import vn.chophien.marketplace.payment.cod.CashOnDelivery;
import vn.chophien.marketplace.payment.gateway.CardGateway;
import vn.chophien.marketplace.payment.transfer.PartnerAccount;
import vn.chophien.marketplace.seller.SellerId;

/** Which ways of paying a market and its shops offer. */
@Component
public class PaymentMethods {

    private final CardGateway gateway;
    private final CashOnDelivery cashOnDelivery;
    private final PartnerAccount partner;
    private final SellerPaymentRepository sellers;

    PaymentMethods(
            CardGateway gateway,
            CashOnDelivery cashOnDelivery,
            PartnerAccount partner,
            SellerPaymentRepository sellers) {
        this.gateway = gateway;
        this.cashOnDelivery = cashOnDelivery;
        this.partner = partner;
        this.sellers = sellers;
    }

    /** The methods that every shop of an order accepts, in the order to show them. */
    public Mono<List<PaymentMethod>> offered(Collection<Parcel> parcels) {
        return sellers.terms(parcels.stream().map(Parcel::seller).toList())
                .collectMap(Terms::seller)
                .map(terms -> Stream.of(PaymentMethod.values())
                        .filter(method -> parcels.stream().allMatch(parcel -> isOffered(method, parcel, terms)))
                        .toList());
    }

    private boolean isOffered(PaymentMethod method, Parcel parcel, Map<SellerId, Terms> known) {
        var terms = Objects.requireNonNull(known.get(parcel.seller()));
        var byMarket = switch (method) {
            case CARD -> gateway.isConfigured();
            case VIETQR -> parcel.dearest().isPositive() && (partner.isConfigured() || terms.hasAccount());
            case COD -> cashOnDelivery.collects(parcel.dearest());
        };
        return byMarket && terms.settings().accepts(method, parcel.dearest());
    }

    /** What one shop of an order sends, and what its part costs at most. */
    public record Parcel(SellerId seller, Money dearest) {}
}
