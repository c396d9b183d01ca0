package vn.chophien.marketplace.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.payment.BankAccountRequest;
import vn.chophien.marketplace.payment.BankRefunds;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.PhoneNumber;
import vn.chophien.marketplace.web.RequestProblem;

/** A buyer's orders: opened by the account that placed them, by the token a guest got, or, to read it, by number and phone. */
@RestController
@RequestMapping("/api/v1")
class OrderController {

    private final OrderAccess access;
    private final OrderReading reading;
    private final OrderPayments payments;
    private final OrderCancelling cancelling;
    private final BankRefunds refunds;
    private final OrderViews views;

    OrderController(
            OrderAccess access,
            OrderReading reading,
            OrderPayments payments,
            OrderCancelling cancelling,
            BankRefunds refunds,
            OrderViews views) {
        this.access = access;
        this.reading = reading;
        this.payments = payments;
        this.cancelling = cancelling;
        this.refunds = refunds;
        this.views = views;
    }

    /** The order as it stands; a buyer who returns from paying sees the payment even when no webhook has come yet. */
    @GetMapping("/orders/{number}")
    Mono<OrderResource> find(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            Language language) {
        return access.forReader(number, account, token)
                .flatMap(order -> payments.refresh(order)
                        .then(show(order, language))
                        .map(shown -> OrderAccess.isBuyer(order, account, token) ? shown : shown.forReader(order)));
    }

    @GetMapping("/me/orders")
    Mono<PageResponse<OrderResource>> list(
            CurrentAccount account,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return reading.pageOf(account.id(), ListPosition.after(cursor), size)
                .flatMap(orders -> Flux.fromIterable(orders)
                        .concatMap(order -> views.show(order, language))
                        .collectList()
                        .map(items -> page(items, orders, size)));
    }

    /** Another attempt at paying by card, or the page that is open already. */
    @PostMapping("/orders/{number}/payments")
    Mono<PayPage> pay(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            @RequestBody(required = false) @Nullable NewPayment payment) {
        var text = payment == null ? null : payment.returnUrl();
        var returnUrl = text == null
                ? null
                : ReturnUrl.parse(text)
                        .orElseThrow(() -> RequestProblem.invalid(new FieldProblem("return_url", "invalid")));
        return access.forBuyer(number, account, token)
                .flatMap(order -> payments.refresh(order).then(Mono.defer(() -> reading.find(order.id()))))
                .flatMap(order -> returnUrl == null ? payments.open(order) : payments.open(order, returnUrl))
                .map(PayPage::new);
    }

    @PostMapping("/orders/{number}/cancel")
    Mono<OrderResource> cancel(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            Language language) {
        return access.forBuyer(number, account, token)
                .flatMap(order -> cancelling
                        .cancelAll(order, account == null ? null : account.id())
                        .then(show(order, language)));
    }

    /** Where the buyer wants back what is given back by bank transfer. The account is shown to whoever has to transfer, and erased later. */
    @PutMapping("/orders/{number}/refund-account")
    Mono<OrderResource> refundAccount(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            @RequestBody BankAccountRequest request,
            Language language) {
        var where = request.account();
        return access.forBuyer(number, account, token)
                .flatMap(order -> refunds.giveAccount(OrderPayments.payables(order), where)
                        .then(show(order, language)));
    }

    /** Some pieces are no longer wanted; possible until the shop confirms. */
    @PostMapping("/orders/{number}/seller-orders/{part}/line-cancellations")
    Mono<OrderResource> cancelLines(
            @PathVariable String number,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            IdempotencyKey key,
            @Valid @RequestBody LineCancellation body,
            Language language) {
        var canceller = OrderCancelling.Canceller.buyer(account == null ? null : account.id());
        return access.forBuyer(number, account, token)
                .filter(order -> order.sellerOrders().stream()
                        .anyMatch(known -> known.number().equals(part)))
                .switchIfEmpty(Mono.error(OrderProblem::notFound))
                .flatMap(order -> cancelling
                        .cancelLines(order.id(), part, LineRequest.pieces(body.lines()), canceller, key)
                        .then(show(order, language)));
    }

    /** Everybody who has held a parcel knows number and phone, so they open the order for reading only. */
    @PostMapping("/order-lookups")
    Mono<OrderResource> lookUp(@Valid @RequestBody Lookup lookup, @Nullable CurrentAccount account, Language language) {
        var phone = PhoneNumber.parseMobile(lookup.phone())
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem("phone", "phone")));
        return access.byPhone(new OrderNumber(lookup.number().strip().toUpperCase(Locale.ROOT)), phone)
                .flatMap(order -> views.show(order, language)
                        .map(shown -> OrderAccess.isBuyer(order, account, null) ? shown : shown.forReader(order)));
    }

    private Mono<OrderResource> show(Order order, Language language) {
        return Mono.defer(() -> reading.find(order.id())).flatMap(current -> views.show(current, language));
    }

    private static PageResponse<OrderResource> page(List<OrderResource> items, List<Order> orders, int size) {
        return new PageResponse<>(
                items,
                orders.size() < size
                        ? null
                        : OrderReading.position(orders.getLast()).cursor(),
                null);
    }

    record LineCancellation(@NotEmpty List<@Valid LineRequest> lines) {}

    /** @param returnUrl where the gateway sends the buyer afterwards; without it, where the checkout asked for */
    record NewPayment(@Nullable String returnUrl) {}

    record PayPage(URI payUrl) {}

    record Lookup(@NotBlank String number, @NotBlank String phone) {}
}
