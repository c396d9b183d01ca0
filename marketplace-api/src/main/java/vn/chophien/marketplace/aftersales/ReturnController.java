package vn.chophien.marketplace.aftersales;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import vn.chophien.marketplace.security.CurrentDesk;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Returns a shop has to answer, and those on which buyer and shop cannot agree and the operator decides. */
@RestController
@RequestMapping({CurrentDesk.SELLER, CurrentDesk.OPERATOR})
class ReturnController {

    private final ReturnDeciding deciding;
    private final ReturnRepository returns;
    private final ReturnViews views;

    ReturnController(ReturnDeciding deciding, ReturnRepository returns, ReturnViews views) {
        this.deciding = deciding;
        this.returns = returns;
        this.views = views;
    }

    @GetMapping("/returns")
    Mono<PageResponse<ReturnResource>> list(
            CurrentDesk desk,
            @RequestParam(required = false) ReturnState.@Nullable Name state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        var after = ListPosition.after(cursor);
        var found = desk.seller() == null
                ? returns.page(state == null ? ReturnState.Name.ESCALATED : state, after, size)
                : returns.pageOfSeller(new SellerId(desk.seller()), state, after, size);
        return found.flatMap(page -> views.page(page, size, actor(desk), language));
    }

    @GetMapping("/returns/{id}")
    Mono<ReturnResource> find(@PathVariable UUID id, CurrentDesk desk, Language language) {
        return visible(id, desk).flatMap(visible -> views.show(visible, actor(desk), language));
    }

    /** The money goes back at once. */
    @PostMapping("/returns/{id}/accept")
    Mono<ReturnResource> accept(
            @PathVariable UUID id, CurrentDesk desk, @Valid @RequestBody Acceptance body, Language language) {
        return visible(id, desk)
                .flatMap(
                        visible -> deciding.accept(visible, by(desk, body.note()), body.refund(), body.goodsExpected()))
                .then(Mono.defer(() -> find(id, desk, language)));
    }

    /** What the shop refuses the buyer may still bring to the operator; what the operator dismisses is over. */
    @PostMapping({"/returns/{id}/refuse", "/returns/{id}/dismiss"})
    Mono<ReturnResource> refuse(
            @PathVariable UUID id, CurrentDesk desk, @Valid @RequestBody Refusal body, Language language) {
        var reason = body.reason().strip();
        return visible(id, desk)
                .flatMap(visible -> deciding.refuse(visible, by(desk, reason), reason))
                .then(Mono.defer(() -> find(id, desk, language)));
    }

    /** What is not restocked is written off. */
    @PostMapping("/returns/{id}/goods-back")
    Mono<ReturnResource> goodsBack(
            @PathVariable UUID id, CurrentDesk desk, @Valid @RequestBody Arrival body, Language language) {
        var restocked = body.restocked().stream()
                .collect(Collectors.toMap(Restocked::position, Restocked::quantity, (_, last) -> last));
        return visible(id, desk)
                .flatMap(visible -> deciding.goodsBack(visible, by(desk, null), restocked))
                .then(Mono.defer(() -> find(id, desk, language)));
    }

    /** A shop sees its own. */
    private Mono<ReturnId> visible(UUID id, CurrentDesk desk) {
        return returns.find(new ReturnId(id))
                .filter(request -> desk.seller() == null || request.seller().equals(new SellerId(desk.seller())))
                .map(Return::id)
                .switchIfEmpty(Mono.error(AftersalesProblem::notFound));
    }

    static Actor actor(CurrentDesk desk) {
        return desk.seller() == null ? Actor.OPERATOR : Actor.SELLER;
    }

    static ReturnDeciding.By by(CurrentDesk desk, @Nullable String note) {
        return new ReturnDeciding.By(actor(desk), desk.account(), note);
    }

    /** @param refund for the goods, when less than they cost was agreed on */
    record Acceptance(
            @Min(1) @Nullable Long refund,
            boolean goodsExpected,
            @Size(max = 500) @Nullable String note) {}

    record Refusal(@NotBlank @Size(max = 500) String reason) {}

    record Arrival(@NotNull List<@NotNull @Valid Restocked> restocked) {}

    record Restocked(@Min(1) int position, @Min(0) int quantity) {}
}
