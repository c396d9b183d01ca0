package vn.chophien.marketplace.payment;

/** Names one refund of a payable, so that asking twice refunds once; for example {@code cancel-DH2611210001-2}. */
public record RefundKey(String value) {

    private static final String OF_SHOP = ":shop";

    public RefundKey {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("A refund key has 1 to 100 characters, this one: '" + value + "'");
        }
    }

    /** Of a refund that two have to pay, each what it received: the shop's part. The other part keeps the name of the whole. */
    public RefundKey ofShop() {
        return new RefundKey(value + OF_SHOP);
    }

    /** What was asked for, whichever part of it this is. */
    public String wish() {
        return value.endsWith(OF_SHOP) ? value.substring(0, value.length() - OF_SHOP.length()) : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
