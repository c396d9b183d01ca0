package vn.chophien.marketplace.aftersales;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderAccess;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;

/** Returns of an order: asked for by its buyer, read by whoever may see the order. */
@RestController
@RequestMapping("/api/v1/orders/{number}/returns")
class BuyerReturnController {

    private final OrderAccess access;
    private final ReturnRequesting requesting;
    private final ReturnDeciding deciding;
    private final ReturnRepository returns;
    private final ReturnViews views;

    BuyerReturnController(
            OrderAccess access,
            ReturnRequesting requesting,
            ReturnDeciding deciding,
            ReturnRepository returns,
            ReturnViews views) {
        this.access = access;
        this.requesting = requesting;
        this.deciding = deciding;
        this.returns = returns;
        this.views = views;
    }

    /** All returns of the order; there are few. */
    @GetMapping
    Mono<PageResponse<ReturnResource>> list(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            Language language) {
        return access.forReader(number, account, token).flatMap(order -> list(order, language));
    }

    @PostMapping
    Mono<PageResponse<ReturnResource>> request(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            IdempotencyKey key,
            @Valid @RequestBody NewReturn body,
            Language language) {
        return access.forBuyer(number, account, token)
                .filter(order -> order.sellerOrders().stream()
                        .anyMatch(part -> part.number().equals(body.sellerOrder())))
                .switchIfEmpty(Mono.error(AftersalesProblem::notFound))
                .flatMap(order -> requesting
                        .request(order.id(), body.wish(), account == null ? null : account.id(), key)
                        .then(Mono.defer(() -> list(order, language))));
    }

    @PostMapping("/{id}/withdraw")
    Mono<PageResponse<ReturnResource>> withdraw(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            Language language) {
        return own(number, id, account, token)
                .flatMap(order -> deciding.withdraw(new ReturnId(id), by(account, null))
                        .then(Mono.defer(() -> list(order, language))));
    }

    /** Calls the operator. */
    @PostMapping("/{id}/escalate")
    Mono<PageResponse<ReturnResource>> escalate(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String token,
            @Nullable CurrentAccount account,
            @Valid @RequestBody Appeal body,
            Language language) {
        return own(number, id, account, token)
                .flatMap(order -> deciding.escalate(
                                new ReturnId(id), by(account, body.text().strip()))
                        .then(Mono.defer(() -> list(order, language))));
    }

    /** The order, if the return is one of its. */
    private Mono<Order> own(String number, UUID id, @Nullable CurrentAccount account, @Nullable String token) {
        return access.forBuyer(number, account, token)
                .filterWhen(order -> returns.find(new ReturnId(id))
                        .map(request -> request.order().equals(order.id()))
                        .defaultIfEmpty(false))
                .switchIfEmpty(Mono.error(AftersalesProblem::notFound));
    }

    private Mono<PageResponse<ReturnResource>> list(Order order, Language language) {
        return returns.ofOrder(order.id())
                .flatMap(found -> views.show(found, Actor.BUYER, language))
                .map(items -> new PageResponse<>(items, null, null));
    }

    private static ReturnDeciding.By by(@Nullable CurrentAccount account, @Nullable String note) {
        return new ReturnDeciding.By(Actor.BUYER, account == null ? null : account.id(), note);
    }

    record NewReturn(
            @NotBlank String sellerOrder,
            @NotNull ReturnReason reason,
            @Size(max = 1000) @Nullable String text,
            @NotEmpty List<@Valid Pieces> lines) {

        /** A line that is named twice counts once, as it is named last. */
        ReturnRequesting.Wish wish() {
            var distinct =
                    lines.stream().collect(Collectors.toMap(Pieces::position, Pieces::quantity, (_, last) -> last));
            return new ReturnRequesting.Wish(
                    sellerOrder,
                    reason,
                    text == null || text.isBlank() ? null : text.strip(),
                    distinct.entrySet().stream()
                            .map(line -> new Return.Line(line.getKey(), line.getValue()))
                            .toList());
        }
    }

    record Pieces(@Min(1) int position, @Min(1) int quantity) {}

    record Appeal(@NotBlank @Size(max = 1000) String text) {}
}
