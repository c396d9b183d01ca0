package vn.chophien.marketplace.order;

import java.util.List;
import java.util.Optional;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.payment.BankTransfers;

/** What of an order's money goes by bank transfer, to the shops and back. */
record OrderTransfers(List<BankTransfers.Awaited> awaited, List<BankRefunds.Due> refunds) {

    OrderTransfers {
        awaited = List.copyOf(awaited);
        refunds = List.copyOf(refunds);
    }

    Optional<BankTransfers.Awaited> awaitedFor(SellerOrder part) {
        return awaited.stream()
                .filter(transfer -> transfer.payable().value().equals(part.id().value()))
                .findFirst();
    }
}
