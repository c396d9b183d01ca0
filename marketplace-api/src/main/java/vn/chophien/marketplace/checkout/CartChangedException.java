package vn.chophien.marketplace.checkout;

/** The cart was changed, or ordered, while its order was being written: look at it again. */
final class CartChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
