package vn.chophien.marketplace.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.Shipment;

/** Where a seller order stands, with what is known only there. Which may follow which is data: {@link Transition}. */
public sealed interface SellerOrderState {

    Name name();

    /** The goods are kept until then. */
    record AwaitingPayment(Instant dueAt) implements SellerOrderState {
        @Override
        public Name name() {
            return Name.AWAITING_PAYMENT;
        }
    }

    /** Paid, or to be paid on delivery: the shop's turn. */
    record New() implements SellerOrderState {
        @Override
        public Name name() {
            return Name.NEW;
        }
    }

    /** The shop packs the goods. */
    record Confirmed() implements SellerOrderState {
        @Override
        public Name name() {
            return Name.CONFIRMED;
        }
    }

    record Shipped(Shipment shipment) implements SellerOrderState {
        @Override
        public Name name() {
            return Name.SHIPPED;
        }
    }

    record Delivered(Shipment shipment) implements SellerOrderState {
        @Override
        public Name name() {
            return Name.DELIVERED;
        }
    }

    /** Given up; the reason is the canceller's own words, or a code of {@link CancelReason} for the market's. */
    record Cancelled(Actor by, String reason) implements SellerOrderState {
        @Override
        public Name name() {
            return Name.CANCELLED;
        }
    }

    /** How the goods left, once they have. */
    default @Nullable Shipment shipmentOrNull() {
        return switch (this) {
            case Shipped shipped -> shipped.shipment();
            case Delivered delivered -> delivered.shipment();
            case AwaitingPayment _, New _, Confirmed _, Cancelled _ -> null;
        };
    }

    /** The public names, in the order of progress. */
    enum Name {
        AWAITING_PAYMENT,
        NEW,
        CONFIRMED,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }
}
