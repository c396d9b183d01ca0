package vn.chophien.storefront.cart;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CartApi;
import vn.chophien.storefront.page.Answer;

/** The cart page and the forms that change the cart. */
@Controller
@RequestMapping("/cart")
class CartController {

    private static final String TEMPLATE = "cart/cart";
    private static final String FRAGMENT = "cart/contents";

    private final CurrentCart current;

    CartController(CurrentCart current) {
        this.current = current;
    }

    @GetMapping
    Mono<Answer> show(ServerWebExchange exchange, @RequestParam(required = false) @Nullable String notice) {
        return draw(current.find(exchange), CartNotice.of(notice));
    }

    /** The form of the product page: {@code variant_id} and {@code quantity}. */
    @PostMapping(path = "/lines", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<Answer> add(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> current.add(exchange, new CartApi.NewLine(variant(form), quantity(form))))
                .<Answer>thenReturn(Answer.redirect("/cart?notice=" + CartNotice.ADDED.word()))
                .onErrorResume(ApiProblem.class, problem -> refused(exchange, problem));
    }

    /** Sets the quantity of a line; the buttons send {@code change} as less, more or remove. */
    @PostMapping(path = "/lines/{variantId}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<Answer> change(ServerWebExchange exchange, @PathVariable String variantId) {
        return exchange.getFormData()
                .flatMap(form -> current.set(exchange, variantId, changedQuantity(form)))
                .<Answer>thenReturn(Answer.redirect("/cart"))
                .onErrorResume(ApiProblem.class, problem -> refused(exchange, problem));
    }

    private Mono<Answer> refused(ServerWebExchange exchange, ApiProblem problem) {
        if (problem.status().is5xxServerError()) {
            return Mono.error(problem);
        }
        var reason = problem.errors().stream()
                .map(ApiProblem.FieldProblem::message)
                .findFirst()
                .or(problem::detail)
                .or(problem::title);
        return view(current.find(exchange), Optional.empty(), reason)
                .map(view -> Answer.page(TEMPLATE, view)
                        .orFragment(FRAGMENT)
                        .invalid()
                        .cached(Answer.Caching.NEVER));
    }

    private static Mono<Answer> draw(Mono<CartApi.Cart> cart, Optional<CartNotice> notice) {
        return view(cart, notice, Optional.empty())
                .map(view -> Answer.page(TEMPLATE, view).orFragment(FRAGMENT).cached(Answer.Caching.NEVER));
    }

    private static Mono<CartView> view(Mono<CartApi.Cart> cart, Optional<CartNotice> notice, Optional<String> refusal) {
        return cart.map(found -> new CartView(Optional.of(found), notice, refusal))
                .defaultIfEmpty(new CartView(Optional.empty(), notice, refusal));
    }

    private static String variant(MultiValueMap<String, String> form) {
        var variant = form.getFirst("variant_id");
        if (variant == null || variant.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form names no variant");
        }
        return variant;
    }

    private static int changedQuantity(MultiValueMap<String, String> form) {
        var quantity = quantity(form);
        return switch (form.getFirst("change")) {
            case "less" -> Math.max(0, quantity - 1);
            case "more" -> quantity + 1;
            case "remove" -> 0;
            case null, default -> quantity;
        };
    }

    private static int quantity(MultiValueMap<String, String> form) {
        var text = form.getFirst("quantity");
        try {
            return text == null || text.isBlank() ? 1 : Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a quantity: " + text, notANumber);
        }
    }
}
