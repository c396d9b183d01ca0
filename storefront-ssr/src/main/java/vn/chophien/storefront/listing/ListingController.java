package vn.chophien.storefront.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.PriceGlanceApi;
import vn.chophien.storefront.page.Answer;

@Controller
class ListingController {

    private static final Logger LOG = LoggerFactory.getLogger(ListingController.class);
    private static final int RELATED = 5;

    private final CatalogApi catalog;
    private final PriceGlanceApi prices;
    private final StructuredData structuredData;
    private final OpenedResults results;

    ListingController(CatalogApi catalog, PriceGlanceApi prices, StructuredData structuredData, OpenedResults results) {
        this.results = results;
        this.catalog = catalog;
        this.prices = prices;
        this.structuredData = structuredData;
    }

    @GetMapping("/p/{slug}")
    Mono<Answer> show(
            @PathVariable String slug,
            @RequestParam(name = "reviews", required = false) @Nullable String reviewsCursor,
            @RequestParam MultiValueMap<String, String> parameters,
            Language language) {
        var page = catalog.listing(slug).flatMap(listing -> view(listing, reviewsCursor, language));
        return Mono.zip(page, results.opened(parameters))
                .map(Tuple2::getT1)
                .map(view -> Answer.page("listing/page", view).cached(Answer.Caching.PUBLIC));
    }

    private Mono<ListingView> view(
            CatalogApi.ListingDetail listing, @Nullable String reviewsCursor, Language language) {
        var reviews = catalog.reviews(listing.slug(), reviewsCursor)
                .onErrorResume(failure -> without("reviews", failure, CatalogApi.Reviews.none()));
        var lots = listing.traceable()
                ? catalog.lots(listing.slug())
                        .onErrorResume(failure -> without("lots", failure, CatalogApi.Lots.none()))
                : Mono.just(CatalogApi.Lots.none());
        return Mono.zip(reviews, lots, related(listing), prices(listing.commodity()))
                .map(parts -> new ListingView(
                        listing,
                        parts.getT1(),
                        parts.getT2().items(),
                        parts.getT3(),
                        parts.getT4().items(),
                        structuredData.of(listing, language)));
    }

    private Mono<List<ListingCard>> related(CatalogApi.ListingDetail listing) {
        return catalog.listings(listing.shop().slug(), null, null, null, null, RELATED)
                .onErrorResume(failure -> without("related listings", failure, CatalogApi.Listings.none()))
                .map(found -> found.items().stream()
                        .filter(card -> !card.slug().equals(listing.slug()))
                        .limit(RELATED - 1)
                        .toList());
    }

    private Mono<PriceGlanceApi.Latest> prices(@Nullable String commodity) {
        return commodity == null
                ? Mono.just(PriceGlanceApi.Latest.none())
                : prices.latest(commodity)
                        .onErrorResume(failure -> without("market prices", failure, PriceGlanceApi.Latest.none()));
    }

    private static <T> Mono<T> without(String part, Throwable failure, T nothing) {
        var expected = failure instanceof ApiProblem problem && problem.status() == HttpStatus.NOT_FOUND;
        if (!expected) {
            LOG.warn("A product page goes without {}: {}", part, failure.getMessage());
        }
        return Mono.just(nothing);
    }
}
