package vn.chophien.storefront.operatormoney;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** Shops with what they have, and one shop's money in full. */
@Controller
@RequestMapping("/operator-desk/sellers")
class SellerPages {

    private final OperatorMoneyApi api;

    SellerPages(OperatorMoneyApi api) {
        this.api = api;
    }

    @GetMapping
    Mono<Answer> list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String cursor) {
        var words = q.strip();
        return api.sellers(words, cursor).map(found -> page("operatormoney/sellers", new SellersView(words, found)));
    }

    @GetMapping("/{slug}")
    Mono<Answer> show(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String payouts,
            @RequestParam(required = false) @Nullable String ledger) {
        return Mono.zip(api.seller(slug), api.payouts(slug, payouts), api.ledger(slug, ledger))
                .map(found ->
                        page("operatormoney/seller", new SellerView(found.getT1(), found.getT2(), found.getT3())));
    }

    private static Answer page(String template, Object view) {
        return Answer.page(template, view).cached(Answer.Caching.NEVER);
    }
}
