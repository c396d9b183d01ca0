package vn.chophien.storefront.checkout;

import java.util.List;
import java.util.Optional;
import vn.chophien.storefront.api.CartApi;
import vn.chophien.storefront.api.CheckoutApi;
import vn.chophien.storefront.api.PlaceApi;
import vn.chophien.storefront.api.SavedAddressApi;
import vn.chophien.storefront.page.FormErrors;

/** What the steps of checkout show. */
public sealed interface CheckoutView {

    CheckoutForm form();

    FormErrors errors();

    /** First step: who receives the goods, and where. */
    record Address(
            CheckoutForm form,
            FormErrors errors,
            CartApi.Cart cart,
            List<PlaceApi.Province> provinces,
            List<PlaceApi.Commune> communes,
            List<SavedAddressApi.SavedAddress> saved)
            implements CheckoutView {}

    /** Second step: how each parcel is shipped, how to pay, and what it comes to. */
    record Review(
            CheckoutForm form, FormErrors errors, CheckoutApi.Quote quote, String destination, Optional<String> notice)
            implements CheckoutView {

        public CheckoutApi.ShippingOption chosen(CheckoutApi.ShopQuote shop) {
            var code = form.shipping().get(shop.shop().slug());
            return shop.shippingOptions().stream()
                    .filter(option -> option.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> shop.shippingOptions().getFirst());
        }

        public long shippingTotal() {
            return quote.shops().stream().mapToLong(shop -> chosen(shop).fee()).sum();
        }

        public long total() {
            return quote.subtotal() + shippingTotal();
        }
    }
}
