package vn.chophien.marketplace.aftersales;

/** Why a buyer wants to return goods. */
enum ReturnReason {
    NOT_AS_DESCRIBED(true),
    DAMAGED(true),
    WRONG_GOODS(true),
    EXPIRED(true),
    NOT_WANTED(false);

    private final boolean legal;

    ReturnReason(boolean legal) {
        this.legal = legal;
    }

    /** Whether the law gives the right to return, and not the market alone. */
    boolean isLegal() {
        return legal;
    }
}
