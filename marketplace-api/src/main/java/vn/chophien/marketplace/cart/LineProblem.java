package vn.chophien.marketplace.cart;

/** Why a line of a cart cannot be ordered as it stands. */
public enum LineProblem {
    OUT_OF_STOCK("out-of-stock"),
    NOT_ENOUGH("not-enough"),
    NOT_ON_SALE("not-on-sale");

    private final String code;

    LineProblem(String code) {
        this.code = code;
    }

    /** What the API calls it; also the code of its field problem. */
    public String code() {
        return code;
    }
}
