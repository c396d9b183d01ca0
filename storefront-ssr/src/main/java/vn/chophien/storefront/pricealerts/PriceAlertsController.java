package vn.chophien.storefront.pricealerts;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
    Mono<Answer> alerts() {
        return prices.alerts()
                .map(found ->
                        Answer.page("pricealerts/alerts", new AlertsView(found)).cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/trade-desk/alerts")
    Mono<Answer> desk() {
        return prices.alerts()
                .map(found ->
                        Answer.page("pricealerts/desk", new AlertsView(found)).cached(Answer.Caching.NEVER));
    }
}
