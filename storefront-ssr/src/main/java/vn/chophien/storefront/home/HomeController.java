package vn.chophien.storefront.home;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.PriceGlanceApi;
import vn.chophien.storefront.api.Remembered;
import vn.chophien.storefront.page.Answer;

@Controller
class HomeController {

    private static final Logger LOG = LoggerFactory.getLogger(HomeController.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(20);
    private static final int SHELF = 8;
    private static final int SHOPS = 6;
    private static final int PRICES = 6;

    private final CatalogApi catalog;
    private final PriceGlanceApi prices;
    private final InstantSource clock;
    private final Remembered<Language, HomeView> views = new Remembered<>(FRESH_FOR, language -> load());

    HomeController(CatalogApi catalog, PriceGlanceApi prices, InstantSource clock) {
        this.catalog = catalog;
        this.prices = prices;
        this.clock = clock;
    }

    @GetMapping({"", "/"})
    Mono<Answer> home(Language language) {
        return views.get(language).map(view -> Answer.page("home/index", view).cached(Answer.Caching.PUBLIC));
    }

    private Mono<HomeView> load() {
        var month = LocalDate.ofInstant(clock.instant(), Formats.ZONE).getMonth();
        var shops = catalog.shops(null, null, SHOPS)
                .onErrorResume(failure -> without("shops", failure, CatalogApi.Shops.none()));
        var board = prices.board("DAILY", PRICES)
                .onErrorResume(failure -> without("prices", failure, PriceGlanceApi.Board.none()));
        return Mono.zip(collection("in-season"), collection("ocop"), collection("gift"), shops, board)
                .map(parts -> new HomeView(
                        month,
                        parts.getT1(),
                        parts.getT2(),
                        parts.getT3(),
                        parts.getT4().items(),
                        parts.getT5(),
                        parts.getT5().quotes().toList()));
    }

    private Mono<List<ListingCard>> collection(String name) {
        return catalog.listings(null, null, name, null, null, SHELF)
                .onErrorResume(failure -> without(name, failure, CatalogApi.Listings.none()))
                .map(CatalogApi.Listings::items);
    }

    private static <T> Mono<T> without(String section, Throwable failure, T nothing) {
        LOG.warn("The home page goes without {}: {}", section, failure.getMessage());
        return Mono.just(nothing);
    }
}
