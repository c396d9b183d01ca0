package vn.chophien.storefront.sellerdesk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.StockApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.PiecesInput;

/** What runs low, and how each figure came about. */
@Controller
@RequestMapping("/seller-desk/stock")
class SellerStockController {

    private final StockApi stock;

    SellerStockController(StockApi stock) {
        this.stock = stock;
    }

    @GetMapping
    Mono<Answer> low(@RequestParam(required = false) @Nullable String cursor) {
        return stock.low(cursor).map(found -> page(new StockView(found, FormErrors.none())));
    }

    @GetMapping("/{variant}")
    Mono<Answer> changes(@PathVariable UUID variant, @RequestParam(required = false) @Nullable String cursor) {
        return stock.changes(variant.toString(), cursor)
                .map(found -> Answer.page("sellerdesk/stockchanges", new StockChangesView(variant.toString(), found))
                        .cached(Answer.Caching.NEVER));
    }

    @PostMapping("/{variant}/low-at")
    Mono<Answer> warnAt(ServerWebExchange exchange, @PathVariable UUID variant) {
        return exchange.getFormData().flatMap(form -> {
            // What is no number is refused by the API as one that is too small.
            var lowAt = PiecesInput.number(form.getFirst("low_at")).orElse(-1);
            return stock.warnAt(variant.toString(), new StockApi.Threshold(lowAt))
                    .<Answer>thenReturn(Answer.redirect("/seller-desk/stock"))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> problem.status().value() == 400
                                    ? stock.low(null)
                                            .map(found -> page(new StockView(
                                                            found, beside(variant, FormErrors.of(problem))))
                                                    .invalid())
                                    : Mono.error(problem));
        });
    }

    private static FormErrors beside(UUID variant, FormErrors errors) {
        return new FormErrors(errors.all().stream()
                .map(error -> new FormErrors.FormError(error.field() + "-" + variant, error.message()))
                .toList());
    }

    private static Answer.Drawn page(StockView view) {
        return Answer.page("sellerdesk/stock", view).cached(Answer.Caching.NEVER);
    }
}
