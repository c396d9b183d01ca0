package vn.chophien.storefront.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The listing index. When it is down every call ends in the problem {@code search-unavailable}. */
@HttpExchange
public interface SearchApi {

    /** {@code parameters} are the API's own query parameters. */
    @GetExchange("/search")
    Mono<Results> search(@RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/search/suggest")
    Mono<Suggestions> suggest(@RequestParam String q, @RequestParam int size);

    /** Counts a result as opened for the words it was found by. */
    @PostExchange("/search/opens")
    Mono<Void> opened(@RequestBody Opened opened);

    /** @param place on its page, from 1 */
    record Opened(String words, int place, @Nullable String after) {}

    record Results(
            List<ListingCard> items,
            long total,
            @Nullable Facets facets,
            @Nullable String nextCursor,
            @Nullable Boolean nearest,
            @Nullable Boolean liked,
            @Nullable String didYouMean,
            @Nullable Understood understood) {
        public Results {
            items = Wire.orEmpty(items);
        }
    }

    /** What the words were taken for: {@code text} as it was read, and conditions among the words. */
    record Understood(String text, @Nullable Boolean decoded, List<ReadFilter> filters) {
        public Understood {
            filters = Wire.orEmpty(filters);
        }
    }

    /** A condition in the words, and the words that are left without it. */
    record ReadFilter(String name, String value, String typed, String without) {}

    record Facets(
            List<Facet> category,
            List<Facet> province,
            List<Facet> stars,
            List<Facet> shop,
            List<Facet> certificate,
            @Nullable Long inSeason) {
        public Facets {
            category = Wire.orEmpty(category);
            province = Wire.orEmpty(province);
            stars = Wire.orEmpty(stars);
            shop = Wire.orEmpty(shop);
            certificate = Wire.orEmpty(certificate);
        }

        /** How many results are harvested now. */
        public long seasonal() {
            return inSeason == null ? 0 : inSeason;
        }

        public static Facets none() {
            return new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), null);
        }
    }

    record Facet(String value, @Nullable String name, long count) {}

    record Suggestions(
            List<ProductSuggestion> products,
            List<CatalogApi.CategoryStep> categories,
            List<ListingCard.ShopLink> shops,
            List<PlaceSuggestion> places) {
        public Suggestions {
            products = Wire.orEmpty(products);
            categories = Wire.orEmpty(categories);
            shops = Wire.orEmpty(shops);
            places = Wire.orEmpty(places);
        }
    }

    /** @param former the name that was typed, of what lies in the province of today or became it; null for its own */
    record PlaceSuggestion(
            String code, String name, @Nullable String former) {}

    record ProductSuggestion(
            String sku,
            String slug,
            String name,
            @Nullable Long price,
            @Nullable String currency,
            ListingCard.@Nullable Picture picture) {}
}
