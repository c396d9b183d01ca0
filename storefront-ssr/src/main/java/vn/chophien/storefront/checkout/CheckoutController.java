package vn.chophien.storefront.checkout;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CartApi;
import vn.chophien.storefront.api.CheckoutApi;
import vn.chophien.storefront.api.OrderApi;
import vn.chophien.storefront.cart.CartNotice;
import vn.chophien.storefront.cart.CurrentCart;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.OrderPath;
import vn.chophien.storefront.page.StorefrontProperties;
import vn.chophien.storefront.session.VisitorSessions;

/** The steps of checkout. Each is a POST that carries all that was typed; a reload or the other language starts over. */
@Controller
@RequestMapping("/checkout")
class CheckoutController {

    /** The API fills in the number and the token of the order it makes. */
    private static final String RETURN_TO_ORDER = "{number}?token={token}&paid=true";

    private final CurrentCart carts;
    private final CheckoutSteps steps;
    private final CheckoutApi checkout;
    private final VisitorSessions sessions;
    private final Messages messages;
    private final URI publicUrl;

    CheckoutController(
            CurrentCart carts,
            CheckoutSteps steps,
            CheckoutApi checkout,
            VisitorSessions sessions,
            Messages messages,
            StorefrontProperties properties) {
        this.carts = carts;
        this.steps = steps;
        this.checkout = checkout;
        this.sessions = sessions;
        this.messages = messages;
        this.publicUrl = properties.publicUrl();
    }

    @GetMapping({"", "/shipping", "/order"})
    Mono<Answer> start(ServerWebExchange exchange) {
        return withCart(exchange, cart -> address(exchange, cart, CheckoutForm.empty(), FormErrors.none(), false));
    }

    /** The communes of a province, as the select that a script puts in place of the old one. */
    @GetMapping("/communes")
    Mono<Answer> communes(@RequestParam String province) {
        return steps.communes(province)
                .map(communes -> Answer.page("checkout/communes", new CommuneChoice(communes, "", FormErrors.none()))
                        .cached(Answer.Caching.PERSONAL));
    }

    /** The first step again, with what was typed: back from the second, or to see the communes of a province. */
    @PostMapping
    Mono<Answer> edit(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(CheckoutForm::from)
                .flatMap(form -> withCart(exchange, cart -> address(exchange, cart, form, FormErrors.none(), false)));
    }

    /** From the first step to the second, and the second again after another choice. */
    @PostMapping("/shipping")
    Mono<Answer> shipping(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .map(CheckoutForm::from)
                .flatMap(form -> withCart(exchange, cart -> {
                    var errors = steps.texts(form.addressErrors(), language);
                    return errors.isEmpty()
                            ? review(exchange, cart, form.withKey(""), FormErrors.none(), Optional.empty(), language)
                            : address(exchange, cart, form, errors, true);
                }));
    }

    /** Places the order; the key in the form makes a double click place it once. */
    @PostMapping("/order")
    Mono<Answer> place(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(fields -> {
            var form = CheckoutForm.from(fields);
            var expected = total(fields.getFirst("expected_total"));
            return carts.find(exchange)
                    .map(CartApi.Cart::id)
                    .switchIfEmpty(Mono.just("none"))
                    .flatMap(cart -> checkout.place(
                            form.key(), placement(cart(fields.getFirst("cart"), cart), form, expected, language)))
                    .flatMap(order -> placed(exchange, order))
                    .onErrorResume(ApiProblem.class, problem -> refused(exchange, form, problem, language));
        });
    }

    private static String cart(@Nullable String inForm, String current) {
        return inForm == null || inForm.isBlank() ? current : inForm;
    }

    private Mono<Answer> placed(ServerWebExchange exchange, OrderApi.Order order) {
        var path = OrderPath.of(order.number(), order.accessToken());
        // Without a pay page the gateway could not be reached; the order page offers to pay again.
        var next = order.payUrl().map(URI::create).<Answer>map(Answer::leave).orElseGet(() -> Answer.redirect(path));
        return sessions.forgetCart(exchange).thenReturn(next);
    }

    private Mono<Answer> refused(ServerWebExchange exchange, CheckoutForm form, ApiProblem problem, Language language) {
        if (problem.status().is5xxServerError()) {
            return Mono.error(problem);
        }
        if (problem.is("out-of-stock") || problem.is("cart-empty")) {
            return Mono.just(toCart(problem.is("cart-empty")));
        }
        var retry = form.withKey("");
        return withCart(exchange, cart -> {
            if (problem.is("price-changed")) {
                return review(exchange, cart, retry, FormErrors.none(), Optional.of("checkout.pricechanged"), language);
            }
            var errors = CheckoutForm.errors(FormErrors.of(problem));
            var onAddress = retry.addressErrors().isEmpty()
                    && errors.all().stream().noneMatch(error -> isAddressField(error.field()));
            return onAddress
                    ? review(exchange, cart, retry, errors, Optional.empty(), language)
                    : address(exchange, cart, retry, errors, true);
        });
    }

    private static boolean isAddressField(String field) {
        return switch (field) {
            case "name", "phone", "email", "province", "commune", "street" -> true;
            default -> false;
        };
    }

    private Mono<Answer> address(
            ServerWebExchange exchange, CartApi.Cart cart, CheckoutForm form, FormErrors errors, boolean invalid) {
        return steps.address(exchange, cart, form, errors)
                .map(view -> Answer.page("checkout/address", view)
                        .status(invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                        .cached(Answer.Caching.NEVER));
    }

    private Mono<Answer> review(
            ServerWebExchange exchange,
            CartApi.Cart cart,
            CheckoutForm form,
            FormErrors errors,
            Optional<String> noticeKey,
            Language language) {
        return steps.review(cart, form, errors, Optional.empty(), language)
                .map(view -> noticeKey
                        .map(key -> new CheckoutView.Review(
                                view.form(),
                                view.errors(),
                                view.quote(),
                                view.destination(),
                                Optional.of(messages.format(
                                        language,
                                        key,
                                        Map.of(
                                                "total",
                                                Formats.of(language)
                                                        .money(
                                                                view.total(),
                                                                view.quote().currency()))))))
                        .orElse(view))
                .<Answer>map(view -> Answer.page("checkout/review", new ReviewPage(cart.id(), view))
                        .status(
                                errors.isEmpty() && noticeKey.isEmpty()
                                        ? HttpStatus.OK
                                        : HttpStatus.UNPROCESSABLE_CONTENT)
                        .cached(Answer.Caching.NEVER))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is5xxServerError()
                                ? Mono.error(problem)
                                : address(exchange, cart, form, CheckoutForm.errors(FormErrors.of(problem)), true));
    }

    private Mono<Answer> withCart(ServerWebExchange exchange, Function<CartApi.Cart, Mono<Answer>> step) {
        return carts.find(exchange)
                .flatMap(cart -> cart.orderable() ? step.apply(cart) : Mono.just(toCart(cart.isEmpty())))
                .switchIfEmpty(Mono.fromSupplier(() -> toCart(true)));
    }

    /** The cart marks the goods that stand in the way; here is why the reader is back there. */
    private static Answer toCart(boolean empty) {
        return Answer.redirect("/cart?notice=" + (empty ? CartNotice.EMPTY : CartNotice.STOCK_GONE).word());
    }

    private CheckoutApi.Placement placement(String cart, CheckoutForm form, long expectedTotal, Language language) {
        return new CheckoutApi.Placement(
                cart,
                form.contact(),
                form.destination(),
                form.shipping(),
                form.payment(),
                expectedTotal,
                form.note().isEmpty() ? null : form.note(),
                publicUrl.resolve(language == Language.EN ? "/en/orders/" : "/orders/") + RETURN_TO_ORDER);
    }

    private static long total(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException tampered) {
            return 0;
        }
    }
}
