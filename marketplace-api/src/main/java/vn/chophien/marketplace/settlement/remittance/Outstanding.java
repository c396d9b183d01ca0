package vn.chophien.marketplace.settlement.remittance;

import java.time.Instant;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** Cash of one seller order that a carrier still has. */
record Outstanding(
        String carrier, OrderId order, SellerOrderId part, SellerId seller, String number, long amount, Instant since) {

    /** What of it is handed over now. */
    Outstanding handing(long handed) {
        return new Outstanding(carrier, order, part, seller, number, handed, since);
    }

    TransactionSubject subject() {
        return new TransactionSubject(order, part, seller, number);
    }
}
