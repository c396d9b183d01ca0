package vn.chophien.marketplace.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.cart.CartId;
import vn.chophien.marketplace.cart.CartProblem;
import vn.chophien.marketplace.order.OrderResource;
import vn.chophien.marketplace.order.OrderViews;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.IdempotencyKey;

/** From a cart to an order, for guests and accounts alike. */
@RestController
@RequestMapping("/api/v1/checkout")
class CheckoutController {

    private final CheckoutQuoting quoting;
    private final CheckoutPlacement placement;
    private final OrderViews views;
    private final Places places;
    private final Messages messages;

    CheckoutController(
            CheckoutQuoting quoting, CheckoutPlacement placement, OrderViews views, Places places, Messages messages) {
        this.quoting = quoting;
        this.placement = placement;
        this.views = views;
        this.places = places;
        this.messages = messages;
    }

    /** What the cart costs at this moment, with the ways it can be delivered. */
    @PostMapping("/quote")
    Mono<CheckoutQuoteResource> quote(@Valid @RequestBody QuoteRequest request, Language language) {
        var cart = CartId.of(request.cartId()).orElseThrow(CartProblem::notFound);
        var destination = Destination.of(places, "", request.provinceCode(), request.communeCode());
        return quoting.quote(cart, destination).map(quote -> CheckoutQuoteResource.from(quote, messages, language));
    }

    /** Places the order; the same key again answers with the same order. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<OrderResource> place(
            IdempotencyKey key,
            @Valid @RequestBody CheckoutRequest request,
            @Nullable CurrentAccount account,
            Language language) {
        return placement
                .place(key, request, account == null ? null : account.id(), language)
                .flatMap(order -> views.showToBuyer(order, language));
    }

    record QuoteRequest(
            @NotBlank String cartId,
            @NotBlank String provinceCode,
            @NotBlank String communeCode) {}
}
