package vn.chophien.marketplace.checkout;

import java.util.List;
import vn.chophien.marketplace.cart.PricedCart;
import vn.chophien.marketplace.cart.PricedShop;
import vn.chophien.marketplace.fulfillment.ShippingOption;

/** A priced cart with the ways each shop's parcel can travel. */
record CheckoutQuote(PricedCart cart, List<ShopQuote> shops) {

    record ShopQuote(PricedShop shop, List<ShippingOption> options) {}
}
