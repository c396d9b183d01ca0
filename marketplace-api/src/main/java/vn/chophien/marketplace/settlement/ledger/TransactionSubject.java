package vn.chophien.marketplace.settlement.ledger;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.seller.SellerId;

/**
 * What a transaction is about.
 *
 * @param reference what people call it, such as the number of the seller order
 */
public record TransactionSubject(
        @Nullable OrderId order,
        @Nullable SellerOrderId part,
        @Nullable SellerId seller,
        @Nullable String reference) {

    public static TransactionSubject of(Order order, SellerOrder part) {
        return new TransactionSubject(order.id(), part.id(), part.seller().id(), part.number());
    }

    public static TransactionSubject of(OrderId order) {
        return new TransactionSubject(order, null, null, null);
    }

    /** Money that nobody's order or sale explains. */
    public static TransactionSubject of(String reference) {
        return new TransactionSubject(null, null, null, reference);
    }

    public static TransactionSubject of(SellerId seller, String reference) {
        return new TransactionSubject(null, null, seller, reference);
    }
}
