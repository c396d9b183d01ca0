package vn.chophien.storefront.market;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** The last price of a series, small enough for a frame in somebody else's page; it runs no script. */
@Controller
class WidgetController {

    private final MarketPricesApi prices;

    WidgetController(MarketPricesApi prices) {
        this.prices = prices;
    }

    @GetMapping("/market-prices/series/{code}/widget")
    Mono<Answer> widget(@PathVariable String code) {
        return prices.quote(code)
                .map(quote -> Answer.page("market/widget", quote).cached(Answer.Caching.PUBLIC));
    }
}
