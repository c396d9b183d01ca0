package vn.chophien.storefront.listing;

import java.time.InstantSource;
import java.time.LocalDate;
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
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.PriceHints;
import vn.chophien.storefront.page.Answer;

@Controller
class ListingController {

    private static final Logger LOG = LoggerFactory.getLogger(ListingController.class);
    private static final int RELATED = 5;

    private final CatalogApi catalog;
    private final PriceHints hints;
    private final InstantSource clock;
    private final StructuredData structuredData;
    private final OpenedResults results;

    ListingController(
            CatalogApi catalog,
            PriceHints hints,
            StructuredData structuredData,
            OpenedResults results,
            InstantSource clock) {
        this.results = results;
        this.catalog = catalog;
        this.hints = hints;
        this.clock = clock;
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
        return Mono.zip(reviews, lots, related(listing), hints(listing))
                .map(parts -> new ListingView(
                        listing,
                        parts.getT1(),
                        parts.getT2().items(),
                        parts.getT3(),
                        parts.getT4().stream().findFirst(),
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

    /** At most one. */
    private Mono<List<PriceHints.Hints>> hints(CatalogApi.ListingDetail listing) {
        var origin = listing.origin();
        return hints.of(
                        listing.commodity(),
                        listing.commodityRelation(),
                        origin == null ? null : origin.provinceCode(),
                        LocalDate.ofInstant(clock.instant(), Formats.ZONE))
                .map(List::of)
                .defaultIfEmpty(List.of());
    }

    private static <T> Mono<T> without(String part, Throwable failure, T nothing) {
        var expected = failure instanceof ApiProblem problem && problem.status() == HttpStatus.NOT_FOUND;
        if (!expected) {
            LOG.warn("A product page goes without {}: {}", part, failure.getMessage());
        }
        return Mono.just(nothing);
    }
}
