package vn.chophien.storefront.order;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.OrderApi;
import vn.chophien.storefront.api.RefundAccountApi;
import vn.chophien.storefront.api.ReturnApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.OrderPath;
import vn.chophien.storefront.page.PiecesInput;
import vn.chophien.storefront.page.StorefrontProperties;

/** Order pages: one order, the buyer's list, the look-up. */
@Controller
class OrderController {

    private final OrderApi orders;
    private final RefundAccountApi refunds;
    private final ReturnApi returns;
    private final URI publicUrl;

    OrderController(OrderApi orders, RefundAccountApi refunds, ReturnApi returns, StorefrontProperties properties) {
        this.orders = orders;
        this.refunds = refunds;
        this.returns = returns;
        this.publicUrl = properties.publicUrl();
    }

    @GetMapping("/orders/{number}")
    Mono<Answer> show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(defaultValue = "false") boolean paid) {
        return view(number, token, paid, Optional.empty()).map(OrderController::page);
    }

    /** Where the buyer wants back what is given back by bank transfer. */
    @PostMapping("/orders/{number}/refund-account")
    Mono<Answer> refundAccount(ServerWebExchange exchange, @PathVariable String number) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            var account = new RefundAccountApi.RefundAccount(
                    text(form, "bank_bin"), text(form, "account_number"), text(form, "holder"));
            return refunds.refundAccount(number, token, account)
                    .<Answer>thenReturn(Answer.redirect(OrderPath.of(number, token)))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> problem.errors().isEmpty()
                                    ? refused(number, token, problem)
                                    : view(number, token, false, Optional.empty())
                                            .map(view -> Answer.page(
                                                            "order/order", view.typed(account, FormErrors.of(problem)))
                                                    .invalid()
                                                    .cached(Answer.Caching.NEVER)));
        });
    }

    @GetMapping("/orders")
    Mono<Answer> list(@RequestParam(required = false) @Nullable String cursor) {
        return orders.mine(cursor).map(found -> Answer.page("order/list", found).cached(Answer.Caching.NEVER));
    }

    /** Leads to the gateway's pay page; from there back to the order. */
    @PostMapping("/orders/{number}/pay")
    Mono<Answer> pay(ServerWebExchange exchange, @PathVariable String number, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            var path = OrderPath.of(number, token) + (token == null ? "?" : "&") + "paid=true";
            var back = publicUrl.resolve((language == Language.EN ? "/en" : "") + path);
            return orders.pay(number, token, new OrderApi.NewPayment(back.toString()))
                    .mapNotNull(OrderApi.PaymentPage::payUrl)
                    .<Answer>map(url -> Answer.leave(URI.create(url)))
                    .defaultIfEmpty(Answer.redirect(path))
                    .onErrorResume(ApiProblem.class, problem -> refused(number, token, problem));
        });
    }

    @PostMapping("/orders/{number}/cancel")
    Mono<Answer> cancel(ServerWebExchange exchange, @PathVariable String number) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            return answered(number, token, orders.cancel(number, token));
        });
    }

    /** The quantities are named {@code cancel.POSITION}. */
    @PostMapping("/orders/{number}/parts/{part}/cancel-lines")
    Mono<Answer> cancelLines(ServerWebExchange exchange, @PathVariable String number, @PathVariable String part) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            var wish = new OrderApi.LineCancellation(PiecesInput.read(form, "cancel."));
            return answered(number, token, orders.cancelLines(number, part, token, text(form, "key"), wish));
        });
    }

    /** The quantities are named {@code return.POSITION}. */
    @PostMapping("/orders/{number}/parts/{part}/returns")
    Mono<Answer> requestReturn(ServerWebExchange exchange, @PathVariable String number, @PathVariable String part) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            var words = text(form, "text");
            var wish = new ReturnApi.NewReturn(
                    part, text(form, "reason"), words.isEmpty() ? null : words, PiecesInput.read(form, "return."));
            return answered(number, token, returns.request(number, token, text(form, "key"), wish));
        });
    }

    @PostMapping("/orders/{number}/returns/{id}/withdraw")
    Mono<Answer> withdrawReturn(ServerWebExchange exchange, @PathVariable String number, @PathVariable String id) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            return answered(number, token, returns.withdraw(number, id, token));
        });
    }

    @PostMapping("/orders/{number}/returns/{id}/escalate")
    Mono<Answer> escalateReturn(ServerWebExchange exchange, @PathVariable String number, @PathVariable String id) {
        return exchange.getFormData().flatMap(form -> {
            var token = form.getFirst("token");
            return answered(
                    number, token, returns.escalate(number, id, token, new ReturnApi.Appeal(text(form, "text"))));
        });
    }

    private Mono<Answer> answered(String number, @Nullable String token, Mono<?> change) {
        return change.<Answer>thenReturn(Answer.redirect(OrderPath.of(number, token)))
                .onErrorResume(ApiProblem.class, problem -> refused(number, token, problem));
    }

    @GetMapping("/order-lookup")
    Answer lookUp() {
        return Answer.page("order/lookup", new OrderLookUp("", "", FormErrors.none()))
                .cached(Answer.Caching.NEVER);
    }

    @PostMapping("/order-lookup")
    Mono<Answer> find(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var number = text(form, "number").toUpperCase(Locale.ROOT);
            var phone = text(form, "phone");
            return orders.lookUp(new OrderApi.LookUp(number, phone))
                    .<Answer>map(order -> Answer.redirect(OrderPath.of(order.number(), order.accessToken())))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> problem.status().is5xxServerError()
                                    ? Mono.error(problem)
                                    : Mono.just(Answer.page(
                                                    "order/lookup",
                                                    new OrderLookUp(number, phone, FormErrors.of(problem)))
                                            .invalid()
                                            .cached(Answer.Caching.NEVER)));
        });
    }

    private Mono<Answer> refused(String number, @Nullable String token, ApiProblem problem) {
        if (problem.status().is5xxServerError() && !problem.is("payment-unavailable")) {
            return Mono.error(problem);
        }
        return view(number, token, false, problem.detail().or(problem::title))
                .map(view -> Answer.page("order/order", view).invalid().cached(Answer.Caching.NEVER));
    }

    private Mono<OrderView> view(String number, @Nullable String token, boolean paid, Optional<String> refusal) {
        return orders.order(number, token)
                .flatMap(order -> returnsOf(order, token)
                        .flatMap(found -> banksFor(order)
                                .map(banks -> new OrderView(
                                        order,
                                        found,
                                        Optional.ofNullable(token),
                                        paid,
                                        refusal,
                                        OrderView.RefundForm.empty(banks)))));
    }

    /** The banks to choose from, where an account is asked for. */
    private Mono<List<RefundAccountApi.Bank>> banksFor(OrderApi.Order order) {
        return order.needsRefundAccount() && order.changeable()
                ? refunds.banks().map(RefundAccountApi.Banks::items)
                : Mono.just(List.of());
    }

    /** Only goods that arrived can be on their way back. */
    private Mono<List<ReturnApi.Return>> returnsOf(OrderApi.Order order, @Nullable String token) {
        return order.sellerOrders().stream().anyMatch(part -> part.state().equals("DELIVERED"))
                ? returns.ofOrder(order.number(), token).map(ReturnApi.Returns::items)
                : Mono.just(List.of());
    }

    private static Answer page(OrderView view) {
        return Answer.page("order/order", view).cached(Answer.Caching.NEVER);
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
