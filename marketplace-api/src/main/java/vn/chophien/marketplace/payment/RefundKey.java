package vn.chophien.marketplace.payment;

/** Names one refund of a payable, so that asking twice refunds once; for example {@code cancel-DH2611210001-2}. */
public record RefundKey(String value) {

    public RefundKey {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("A refund key has 1 to 100 characters, this one: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
