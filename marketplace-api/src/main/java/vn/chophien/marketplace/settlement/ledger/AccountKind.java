package vn.chophien.marketplace.settlement.ledger;

import java.util.Locale;

/** The chart of accounts. Those of one owner each (a seller, a carrier) have an account per owner. */
public enum AccountKind {
    /** Money at the card gateway. */
    GATEWAY(Nature.ASSET, false),
    /** Money in the licensed partner's collecting account. */
    BANK(Nature.ASSET, false),
    /** Cash that a carrier collected and has not remitted. */
    CARRIER(Nature.ASSET, true),
    /** Buyers' money that went straight to a seller and is not yet the seller's own. */
    SELLER_CASH(Nature.ASSET, true),
    /** Money in the partner's collecting account of which nobody knows yet what it pays: late, too much, without a code, or not whole. */
    UNIDENTIFIED(Nature.LIABILITY, false),
    /** Money that arrived and belongs to no seller order yet, such as a payment for an order given up. */
    UNALLOCATED(Nature.LIABILITY, false),
    /** What buyers paid for goods that have not arrived. */
    PREPAYMENT(Nature.LIABILITY, false),
    /** What goes back to buyers and has not left. */
    REFUND_PAYABLE(Nature.LIABILITY, false),
    /** What a seller is owed; below zero the seller owes. */
    SELLER(Nature.LIABILITY, true),
    /** What was sent to sellers' banks and has not been confirmed. */
    PAYOUT(Nature.LIABILITY, false),
    VAT_WITHHELD(Nature.LIABILITY, false),
    PIT_WITHHELD(Nature.LIABILITY, false),
    /** What the market earns. */
    COMMISSION(Nature.INCOME, false),
    /** What the card gateway keeps. */
    GATEWAY_FEE(Nature.EXPENSE, false);

    private final Nature nature;
    private final boolean owned;

    AccountKind(Nature nature, boolean owned) {
        this.nature = nature;
        this.owned = owned;
    }

    public Nature nature() {
        return nature;
    }

    boolean isOwned() {
        return owned;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** On which side an account usually stands. */
    public enum Nature {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE;

        /** A balance as people state it: what we owe and what we earned are positive although they are credits. */
        public long stated(long signed) {
            return switch (this) {
                case ASSET, EXPENSE -> signed;
                case LIABILITY, INCOME -> Math.negateExact(signed);
            };
        }
    }
}
