package vn.chophien.storefront.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** From a cart to an order. */
@HttpExchange
public interface CheckoutApi {

    @PostExchange("/checkout/quote")
    Mono<Quote> quote(@RequestBody QuoteRequest request);

    /** Places the order once per key: a retried key answers with the first order. */
    @PostExchange("/checkout")
    Mono<OrderApi.Order> place(@RequestHeader("Idempotency-Key") String key, @RequestBody Placement placement);

    record QuoteRequest(String cartId, String provinceCode, String communeCode) {}

    record Quote(String currency, long subtotal, List<ShopQuote> shops, List<String> paymentMethods) {
        public Quote {
            shops = Wire.orEmpty(shops);
            paymentMethods = Wire.orEmpty(paymentMethods);
        }
    }

    record ShopQuote(
            ListingCard.ShopLink shop, long subtotal, List<CartApi.Line> lines, List<ShippingOption> shippingOptions) {
        public ShopQuote {
            lines = Wire.orEmpty(lines);
            shippingOptions = Wire.orEmpty(shippingOptions);
        }
    }

    record ShippingOption(String code, String name, long fee, int daysMin, int daysMax) {}

    record Placement(
            String cartId,
            OrderApi.Contact contact,
            Destination address,
            Map<String, String> shipping,
            String paymentMethod,
            long expectedTotal,
            @Nullable String note,
            String returnUrl) {}

    record Destination(String provinceCode, String communeCode, String street) {}
}
