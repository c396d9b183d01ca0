package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import vn.chophien.marketplace.money.Money;

/** Where a return stands, with what is known only there. Which may follow which is data: {@link ReturnTransition}. */
sealed interface ReturnState {

    Name name();

    /** The shop's turn; after {@code answerDue} the buyer may call the operator. */
    record Requested(Instant answerDue) implements ReturnState {
        @Override
        public Name name() {
            return Name.REQUESTED;
        }
    }

    /** The buyer thought better of it. */
    record Withdrawn() implements ReturnState {
        @Override
        public Name name() {
            return Name.WITHDRAWN;
        }
    }

    /** The shop says no; before {@code appealDue} the buyer may call the operator, afterwards it is the end. */
    record Refused(String reason, Instant appealDue) implements ReturnState {
        @Override
        public Name name() {
            return Name.REFUSED;
        }
    }

    /** The operator's turn. */
    record Escalated() implements ReturnState {
        @Override
        public Name name() {
            return Name.ESCALATED;
        }
    }

    /** The money is on its way back. */
    record Accepted(Money refund, boolean goodsExpected) implements ReturnState {
        @Override
        public Name name() {
            return Name.ACCEPTED;
        }
    }

    /** The operator says no: the end. */
    record Dismissed(String reason) implements ReturnState {
        @Override
        public Name name() {
            return Name.DISMISSED;
        }
    }

    /** The goods came back to the shop. */
    record GoodsBack(Money refund) implements ReturnState {
        @Override
        public Name name() {
            return Name.GOODS_BACK;
        }
    }

    enum Name {
        REQUESTED,
        REFUSED,
        ESCALATED,
        WITHDRAWN,
        DISMISSED,
        ACCEPTED,
        GOODS_BACK
    }
}
