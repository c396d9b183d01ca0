package vn.chophien.storefront.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.SearchApi;

/**
 * The search page and the category page.
 *
 * @param lineage the category and what it belongs to, outermost first; empty without a category
 * @param available false when the listing index is away and {@code items} come from the catalogue, unfiltered
 */
public record SearchView(
        SearchQuery query,
        List<CatalogApi.Category> lineage,
        List<ListingCard> items,
        long total,
        SearchApi.Facets facets,
        @Nullable String nextCursor,
        @Nullable String didYouMean,
        boolean available) {

    static SearchView of(SearchQuery query, List<CatalogApi.Category> lineage, SearchApi.Results results) {
        var facets = results.facets();
        return new SearchView(
                query,
                lineage,
                results.items(),
                results.total(),
                facets == null ? SearchApi.Facets.none() : facets,
                results.nextCursor(),
                results.didYouMean(),
                true);
    }

    static SearchView withoutIndex(SearchQuery query, List<CatalogApi.Category> lineage, CatalogApi.Listings listings) {
        return new SearchView(
                query,
                lineage,
                listings.items(),
                listings.items().size(),
                SearchApi.Facets.none(),
                listings.nextCursor(),
                null,
                false);
    }

    /** Null for a search in the whole market. */
    public CatalogApi.@Nullable Category category() {
        return lineage.isEmpty() ? null : lineage.getLast();
    }

    /** The name of a province by its code, as the facets know it. */
    public String provinceName(String code) {
        return facets.province().stream()
                .filter(facet -> facet.value().equals(code))
                .map(facet -> facet.name() == null ? code : facet.name())
                .findFirst()
                .orElse(code);
    }
}
