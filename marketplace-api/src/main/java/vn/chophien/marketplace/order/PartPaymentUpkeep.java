package vn.chophien.marketplace.order;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.BankTransfers;
import vn.chophien.marketplace.payment.CashCollections;
import vn.chophien.marketplace.payment.PaymentMethod;

/**
 * Keeps payments in step with the parts they pay for: nobody waits for the transfer of a part that is given up, and cash handed over with the
 * goods is on record. First of the listeners, so that the others can ask who has it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PartPaymentUpkeep implements SellerOrderListener {

    private final BankTransfers transfers;
    private final CashCollections cash;

    PartPaymentUpkeep(BankTransfers transfers, CashCollections cash) {
        this.transfers = transfers;
        this.cash = cash;
    }

    @Override
    public Mono<Void> happened(SellerOrderFact fact) {
        var method = fact.order().payment().method();
        return switch (fact) {
            case SellerOrderFact.Reduced reduced
            when method == PaymentMethod.VIETQR && isUnpaid(reduced) ->
                transfers.close(OrderPayments.payable(reduced.order(), reduced.part()));
            case SellerOrderFact.Collected collected -> cash.record(Handovers.of(collected));
            case SellerOrderFact.Delivered delivered
            when method == PaymentMethod.COD -> cash.record(Handovers.of(delivered));
            case SellerOrderFact.Paid _, SellerOrderFact.Reduced _, SellerOrderFact.Delivered _ -> Mono.empty();
        };
    }

    /** A part may lose its goods to the very transfer that pays it; whoever takes that transfer in closes what it was awaited for. */
    private static boolean isUnpaid(SellerOrderFact.Reduced reduced) {
        return reduced.part().is(SellerOrderState.Name.CANCELLED)
                && reduced.order().payment().of(reduced.part()).isEmpty();
    }
}
