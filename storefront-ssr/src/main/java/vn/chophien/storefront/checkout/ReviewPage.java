package vn.chophien.storefront.checkout;

/** The second step with the cart it orders: a second click after the cart was emptied must still name the same one. */
public record ReviewPage(String cartId, CheckoutView.Review review) {}
