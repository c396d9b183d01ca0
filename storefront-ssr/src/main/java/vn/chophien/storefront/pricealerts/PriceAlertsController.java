package vn.chophien.storefront.pricealerts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** Price alerts for everybody, and for officers at their desk. */
@Controller
class PriceAlertsController {
    private final PriceAlertsApi prices;

    PriceAlertsController(PriceAlertsApi prices) {
        this.prices = prices;
    }

    @GetMapping("/market-prices/alerts")
    Mono<Answer> alerts(@RequestParam(required = false) @Nullable String cursor) {
        return prices.alerts(cursor)
                .map(found -> Answer.page("pricealerts/alerts", new AlertsView(found, "/market-prices/alerts"))
                        .cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/trade-desk/alerts")
    Mono<Answer> desk(@RequestParam(required = false) @Nullable String cursor) {
        return prices.alerts(cursor)
                .map(found -> Answer.page("pricealerts/desk", new AlertsView(found, "/trade-desk/alerts"))
                        .cached(Answer.Caching.NEVER));
    }
}
