package vn.chophien.storefront.sellerdesk;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
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
import vn.chophien.storefront.api.SellerApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** Orders to confirm, ship and finish. */
@Controller
@RequestMapping("/seller-desk")
class SellerOrderController {

    private static final Set<String> STEPS = Set.of("confirm", "ship", "deliver", "cancel");

    private final SellerApi seller;
    private final Messages messages;

    SellerOrderController(SellerApi seller, Messages messages) {
        this.seller = seller;
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
        return taken(number, "confirm", seller.confirm(number));
    }

    @PostMapping("/orders/{number}/deliver")
    Mono<Answer> deliver(@PathVariable String number) {
        return taken(number, "deliver", seller.deliver(number));
    }

    @PostMapping("/orders/{number}/ship")
    Mono<Answer> ship(ServerWebExchange exchange, @PathVariable String number, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var carrier = text(form, "carrier");
            var code = text(form, "tracking_code");
            if (carrier.isEmpty()) {
                return missing(number, "carrier", "sellerdesk.order.error.carrier", carrier, code, "", language);
            }
            return taken(
                    number, "ship", seller.ship(number, new SellerApi.Shipment(carrier, code.isEmpty() ? null : code)));
        });
    }

    @PostMapping("/orders/{number}/cancel")
    Mono<Answer> cancel(ServerWebExchange exchange, @PathVariable String number, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = text(form, "reason");
            return reason.isEmpty()
                    ? missing(number, "reason", "sellerdesk.order.error.reason", "", "", reason, language)
                    : taken(number, "cancel", seller.cancel(number, new SellerApi.Cancellation(reason)));
        });
    }

    private Mono<Answer> taken(String number, String step, Mono<SellerApi.SellerOrder> change) {
        return change.<Answer>map(order -> Answer.redirect("/seller-desk/orders/" + number + "?done=" + step))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().value() == 409
                                ? refused(number, FormErrors.of(problem), "", "", "")
                                : Mono.error(problem));
    }

    private Mono<Answer> missing(
            String number,
            String field,
            String message,
            String carrier,
            String code,
            String reason,
            Language language) {
        return refused(number, FormErrors.none().and(field, messages.format(language, message)), carrier, code, reason);
    }

    private Mono<Answer> refused(String number, FormErrors errors, String carrier, String code, String reason) {
        return seller.order(number)
                .map(order -> page(new OrderPage(order, Optional.empty(), errors, carrier, code, reason))
                        .invalid());
    }

    private static Answer.Drawn page(OrderPage view) {
        return Answer.page("sellerdesk/order", view).cached(Answer.Caching.NEVER);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
