package vn.chophien.marketplace.settlement.payout;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

/** A seller's payouts, for whoever splits them further. */
@Component
public class SellerPayouts {

    private final PayoutRepository payouts;

    SellerPayouts(PayoutRepository payouts) {
        this.payouts = payouts;
    }

    /** How much a payout of this seller was; empty when it has none of this reference that left and stayed away. */
    public Mono<Money> amountOf(SellerId seller, String reference) {
        return payouts.find(seller, reference)
                .filter(payout -> payout.state() == PayoutState.SENT || payout.state() == PayoutState.CONFIRMED)
                .map(Payout::amount);
    }
}
