package vn.chophien.marketplace.order;

import java.time.Instant;

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

    /** Some goods have left the house, others are still to be sent or given up. */
    record PartlyShipped() implements SellerOrderState {
        @Override
        public Name name() {
            return Name.PARTLY_SHIPPED;
        }
    }

    /** All that was not given up has left the house. */
    record Shipped() implements SellerOrderState {
        @Override
        public Name name() {
            return Name.SHIPPED;
        }
    }

    /** The last parcel arrived then. */
    record Delivered(Instant at) implements SellerOrderState {
        @Override
        public Name name() {
            return Name.DELIVERED;
        }
    }

    /** Given up before anything left; the reason is the canceller's own words, or a code of {@link CancelReason} for the market's. */
    record Cancelled(Actor by, String reason) implements SellerOrderState {
        @Override
        public Name name() {
            return Name.CANCELLED;
        }
    }

    /** The public names, in the order of progress. */
    enum Name {
        AWAITING_PAYMENT,
        NEW,
        CONFIRMED,
        PARTLY_SHIPPED,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }
}
