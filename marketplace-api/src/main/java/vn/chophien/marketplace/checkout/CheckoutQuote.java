package vn.chophien.marketplace.checkout;

import java.util.Comparator;
import java.util.List;
import vn.chophien.marketplace.cart.PricedCart;
import vn.chophien.marketplace.cart.PricedShop;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentMethod;

/** A priced cart with the ways each shop's parcel can travel and the ways the whole can be paid. */
record CheckoutQuote(PricedCart cart, List<ShopQuote> shops, List<PaymentMethod> paymentMethods) {

    record ShopQuote(PricedShop shop, List<ShippingOption> options) {

        /** What a carrier would have to collect at most for this parcel. */
        Money dearest() {
            return options.stream()
                    .map(ShippingOption::fee)
                    .max(Comparator.naturalOrder())
                    .map(fee -> fee.plus(shop.subtotal()))
                    .orElseGet(shop::subtotal);
        }
    }
}
