package vn.chophien.storefront.sellerdesk;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.ReturnApi;
import vn.chophien.storefront.api.SellerApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.PiecesInput;

/** Orders to confirm, ship and finish. */
@Controller
@RequestMapping("/seller-desk")
class SellerOrderController {

    private static final Set<String> STEPS = Set.of("confirm", "ship", "deliver", "cancel", "goodwill");

    private final SellerApi seller;
    private final ReturnApi returns;
    private final Messages messages;

    SellerOrderController(SellerApi seller, ReturnApi returns, Messages messages) {
        this.seller = seller;
        this.returns = returns;
        this.messages = messages;
    }

    @GetMapping
    Answer desk() {
        return Answer.redirect("/seller-desk/orders");
    }

    @GetMapping("/orders")
    Mono<Answer> list(
            @RequestParam(defaultValue = "NEW") String state, @RequestParam(required = false) @Nullable String cursor) {
        var known = OrdersView.STATES.contains(state) ? state : "NEW";
        return seller.orders(known, cursor)
                .map(orders -> Answer.page("sellerdesk/orders", new OrdersView(known, orders))
                        .cached(Answer.Caching.NEVER));
    }

    @GetMapping("/orders/{number}")
    Mono<Answer> show(@PathVariable String number, @RequestParam(required = false) @Nullable String done) {
        return seller.order(number)
                .map(order -> page(OrderPage.of(order, Optional.ofNullable(done).filter(STEPS::contains))));
    }

    @PostMapping("/orders/{number}/confirm")
    Mono<Answer> confirm(@PathVariable String number) {
        return taken(number, "confirm", seller.confirm(number), new LinkedMultiValueMap<>());
    }

    @PostMapping("/orders/{number}/parcels/{parcel}/deliver")
    Mono<Answer> deliver(@PathVariable String number, @PathVariable int parcel) {
        return taken(number, "deliver", seller.deliver(number, parcel), new LinkedMultiValueMap<>());
    }

    /** The quantities are named {@code ship.POSITION}, weights {@code weigh.POSITION}. */
    @PostMapping("/orders/{number}/ship")
    Mono<Answer> ship(ServerWebExchange exchange, @PathVariable String number, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var carrier = text(form, "carrier");
            var code = text(form, "tracking_code");
            if (carrier.isEmpty()) {
                return missing(number, "carrier", "sellerdesk.order.error.carrier", form, language);
            }
            var lines = PiecesInput.read(form, "ship.").stream()
                    .map(line -> new SellerApi.Packed(line.position(), line.quantity(), weight(form, line.position())))
                    .toList();
            if (lines.isEmpty()) {
                return missing(number, "form", "sellerdesk.order.error.lines", form, language);
            }
            var parcel = new SellerApi.Shipment(carrier, code.isEmpty() ? null : code, lines);
            return taken(number, "ship", seller.ship(number, text(form, "key"), parcel), form);
        });
    }

    /** The quantities are named {@code cancel.POSITION}. */
    @PostMapping("/orders/{number}/cancel")
    Mono<Answer> cancel(ServerWebExchange exchange, @PathVariable String number, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = text(form, "reason");
            var lines = PiecesInput.read(form, "cancel.");
            if (reason.isEmpty()) {
                return missing(number, "reason", "sellerdesk.order.error.reason", form, language);
            }
            return lines.isEmpty()
                    ? missing(number, "form", "sellerdesk.order.error.lines", form, language)
                    : taken(
                            number,
                            "cancel",
                            seller.cancel(number, text(form, "key"), new SellerApi.Cancellation(lines, reason)),
                            form);
        });
    }

    @PostMapping("/orders/{number}/goodwill")
    Mono<Answer> give(ServerWebExchange exchange, @PathVariable String number, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var amount = DongInput.parse(text(form, "amount"));
            var why = text(form, "why");
            if (amount.isEmpty()) {
                return missing(number, "amount", "sellerdesk.listing.error.price", form, language);
            }
            if (why.isEmpty()) {
                return missing(number, "why", "sellerdesk.order.error.reason", form, language);
            }
            var gift = new ReturnApi.Gift(amount.getAsLong(), why);
            return taken(
                    number,
                    "goodwill",
                    returns.give(number, text(form, "key"), gift).then(seller.order(number)),
                    form);
        });
    }

    private Mono<Answer> taken(
            String number, String step, Mono<SellerApi.SellerOrder> change, MultiValueMap<String, String> form) {
        return change.<Answer>map(order -> Answer.redirect("/seller-desk/orders/" + number + "?done=" + step))
                .onErrorResume(ApiProblem.class, problem -> switch (problem.status()
                        .value()) {
                    case 400, 409, 422 -> refused(number, beside(step, FormErrors.of(problem)), form);
                    default -> Mono.error(problem);
                });
    }

    private Mono<Answer> missing(
            String number, String field, String message, MultiValueMap<String, String> form, Language language) {
        return refused(number, FormErrors.none().and(field, messages.format(language, message)), form);
    }

    private Mono<Answer> refused(String number, FormErrors errors, MultiValueMap<String, String> form) {
        return seller.order(number)
                .map(order -> page(new OrderPage(order, Optional.empty(), errors, form))
                        .invalid());
    }

    /** What the API says of {@code lines.POSITION} goes beside the input of the form that was sent. */
    private static FormErrors beside(String step, FormErrors errors) {
        return new FormErrors(errors.all().stream()
                .map(error -> new FormErrors.FormError(error.field().replace("lines.", step + "."), error.message()))
                .toList());
    }

    private static @Nullable Integer weight(MultiValueMap<String, String> form, int position) {
        return PiecesInput.number(form.getFirst("weigh." + position)).orElse(null);
    }

    private static Answer.Drawn page(OrderPage view) {
        return Answer.page("sellerdesk/order", view).cached(Answer.Caching.NEVER);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
