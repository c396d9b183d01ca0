package vn.chophien.marketplace.order;

import java.time.Instant;
import vn.chophien.marketplace.money.Money;

/** Something that happened to the money or the goods of a seller order; {@code order} and {@code part} are as they stand after it. */
public sealed interface SellerOrderFact {

    /** Stable and unique. */
    String key();

    Order order();

    SellerOrder part();

    Instant at();

    /** The buyer's money for this part arrived: at the gateway or in a bank account, by the order's payment method. */
    record Paid(Order order, SellerOrder part, Money amount, Instant at) implements SellerOrderFact {
        @Override
        public String key() {
            return "paid:" + part.id();
        }
    }

    /** The buyer has the goods. With cash on delivery, the part's {@link SellerOrder#due() due} was handed over for them by now. */
    record Delivered(Order order, SellerOrder part, Instant at) implements SellerOrderFact {
        @Override
        public String key() {
            return "delivered:" + part.id();
        }
    }

    /**
     * Cash came in with a parcel while other goods of the part were still to arrive. What comes in with the last one, {@link Delivered} says.
     *
     * @param parcel its position among the parcels of the part
     */
    record Collected(Order order, SellerOrder part, int parcel, Instant at) implements SellerOrderFact {
        @Override
        public String key() {
            return "collected:" + part.id() + ":" + parcel;
        }
    }

    /**
     * The buyer owes less for this part, or gets something back. {@code goods} and {@code shipping} together are positive; the part's
     * {@link SellerOrder#reductions() reductions} say which lines.
     *
     * @param repayment what of it was already paid and goes back
     */
    record Reduced(
            Order order,
            SellerOrder part,
            ReductionId reduction,
            Cause cause,
            Money goods,
            Money shipping,
            Money repayment,
            Instant at)
            implements SellerOrderFact {

        static Reduced of(Order order, SellerOrder part, Reduction reduction) {
            return new Reduced(
                    order,
                    part,
                    reduction.id(),
                    reduction.cause(),
                    reduction.goods(),
                    reduction.shipping(),
                    reduction.repayment(),
                    reduction.at());
        }

        @Override
        public String key() {
            return "reduced:" + reduction;
        }
    }

    /** Why the buyer owes less. */
    enum Cause {
        /** Goods that were given up before they left the house. */
        CANCELLED,
        /** Goods sold by weight that weighed less than ordered. */
        SHORT_WEIGHT,
        RETURNED,
        GOODWILL
    }
}
