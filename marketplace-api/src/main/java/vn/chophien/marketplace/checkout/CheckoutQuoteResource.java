package vn.chophien.marketplace.checkout;

import java.util.List;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.cart.CartResource;
import vn.chophien.marketplace.fulfillment.ShippingOption;

/** A quote as the API shows it. */
record CheckoutQuoteResource(String currency, long subtotal, List<Shop> shops, List<String> paymentMethods) {

    static CheckoutQuoteResource from(CheckoutQuote quote, Messages messages, Language language) {
        return new CheckoutQuoteResource(
                quote.cart().subtotal().currencyCode(),
                quote.cart().subtotal().minor(),
                quote.shops().stream()
                        .map(shop -> Shop.from(shop, messages, language))
                        .toList(),
                quote.paymentMethods().stream().map(Enum::name).toList());
    }

    record Shop(
            CartResource.ShopName shop,
            long subtotal,
            int weightGrams,
            List<CartResource.Line> lines,
            List<Option> shippingOptions) {

        static Shop from(CheckoutQuote.ShopQuote quote, Messages messages, Language language) {
            var part = CartResource.ShopPart.from(quote.shop(), language);
            return new Shop(
                    part.shop(),
                    part.subtotal(),
                    quote.shop().weightGrams(),
                    part.lines(),
                    quote.options().stream()
                            .map(option -> Option.from(option, messages, language))
                            .toList());
        }
    }

    record Option(String code, String name, long fee, int daysMin, int daysMax) {

        static Option from(ShippingOption option, Messages messages, Language language) {
            return new Option(
                    option.service().code(),
                    messages.format(language, option.service().messageKey()),
                    option.fee().minor(),
                    option.daysMin(),
                    option.daysMax());
        }
    }
}
