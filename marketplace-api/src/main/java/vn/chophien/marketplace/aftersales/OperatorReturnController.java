package vn.chophien.marketplace.aftersales;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.OrderAccess;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Returns that buyer and shop cannot agree on. */
@RestController
@RequestMapping("/api/v1/operator")
class OperatorReturnController {

    private final OrderAccess access;
    private final ReturnDeciding deciding;
    private final Goodwill goodwill;
    private final ReturnRepository returns;
    private final ReturnViews views;

    OperatorReturnController(
            OrderAccess access,
            ReturnDeciding deciding,
            Goodwill goodwill,
            ReturnRepository returns,
            ReturnViews views) {
        this.access = access;
        this.deciding = deciding;
        this.goodwill = goodwill;
        this.returns = returns;
        this.views = views;
    }

    @GetMapping("/returns")
    Mono<PageResponse<ReturnResource>> list(
            @RequestParam(defaultValue = "ESCALATED") ReturnState.Name state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return returns.page(state, ReturnPosition.of(cursor), size)
                .flatMap(found -> views.page(found, size, Actor.OPERATOR, language));
    }

    @GetMapping("/returns/{id}")
    Mono<ReturnResource> find(@PathVariable UUID id, Language language) {
        return views.show(new ReturnId(id), Actor.OPERATOR, language);
    }

    @PostMapping("/returns/{id}/accept")
    Mono<ReturnResource> accept(
            @PathVariable UUID id,
            CurrentAccount operator,
            @Valid @RequestBody SellerReturnController.Acceptance body,
            Language language) {
        return deciding.accept(new ReturnId(id), by(operator, body.note()), body.refund(), body.goodsExpected())
                .then(Mono.defer(() -> find(id, language)));
    }

    @PostMapping("/returns/{id}/dismiss")
    Mono<ReturnResource> dismiss(
            @PathVariable UUID id,
            CurrentAccount operator,
            @Valid @RequestBody SellerReturnController.Refusal body,
            Language language) {
        var reason = body.reason().strip();
        return deciding.refuse(new ReturnId(id), by(operator, reason), reason)
                .then(Mono.defer(() -> find(id, language)));
    }

    @PostMapping("/seller-orders/{number}/goodwill")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> give(
            @PathVariable String number,
            CurrentAccount operator,
            IdempotencyKey key,
            @Valid @RequestBody SellerReturnController.Gift body) {
        return access.forOperator(number)
                .flatMap(order -> goodwill.give(
                        order.id(),
                        number,
                        body.amount(),
                        by(operator, body.reason().strip()),
                        key));
    }

    private static ReturnDeciding.By by(CurrentAccount operator, @Nullable String note) {
        return new ReturnDeciding.By(Actor.OPERATOR, operator.id(), note);
    }
}
