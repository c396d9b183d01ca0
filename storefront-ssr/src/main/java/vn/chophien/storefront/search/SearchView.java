package vn.chophien.storefront.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.SearchApi;

/**
 * The search page and the category page.
 *
 * @param lineage the category and what it belongs to, outermost first; empty without a category
 * @param after words that found nothing, from whose page this search came; empty for none
 * @param liked true when nothing comes near the words, and the items are what buyers like
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
        SearchApi.@Nullable Understood understood,
        String after,
        boolean liked,
        boolean available) {

    private static final String ORGANIC = "huu-co";
    private static final Map<String, String> CERTIFICATES = Map.of(
            "vietgap", "VietGAP",
            "globalgap", "GlobalGAP",
            "haccp", "HACCP",
            "iso", "ISO",
            "halal", "Halal",
            "fda", "FDA",
            "brc", "BRC",
            "asc", "ASC");

    static SearchView of(
            SearchQuery query, List<CatalogApi.Category> lineage, SearchApi.Results results, String after) {
        var facets = results.facets();
        return new SearchView(
                query,
                lineage,
                results.items(),
                results.total(),
                facets == null ? SearchApi.Facets.none() : facets,
                results.nextCursor(),
                results.didYouMean(),
                results.understood(),
                after,
                Boolean.TRUE.equals(results.liked()),
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
                null,
                "",
                false,
                false);
    }

    /** Null for a search in the whole market. */
    public CatalogApi.@Nullable Category category() {
        return lineage.isEmpty() ? null : lineage.getLast();
    }

    /** The items that have everything that was asked for. */
    public List<ListingCard> exact() {
        return items.stream().filter(item -> !item.isNearest()).toList();
    }

    /** The items that only come near. */
    public List<ListingCard> nearest() {
        return items.stream().filter(ListingCard::isNearest).toList();
    }

    /** What a link to a result carries, so that its page can be counted as opened for these words; empty where none are. */
    public String trail() {
        if (!available || query.words().isEmpty() || !query.cursor().isEmpty()) {
            return "";
        }
        var trail = "?q=" + SearchQuery.encoded(query.words());
        return after.isEmpty() ? trail : trail + "&after=" + SearchQuery.encoded(after);
    }

    /** The words, where they find nothing: what is searched for next from here may mean the same. */
    public @Nullable String deadEnd() {
        return available && total == 0 && !query.words().isEmpty() && !query.isFiltered() ? query.words() : null;
    }

    /** Conditions among the words, which can be taken back one by one. */
    public List<SearchApi.ReadFilter> readFilters() {
        return understood == null ? List.of() : understood.filters();
    }

    /** The words as they were read, where they were typed as raw keys. */
    public @Nullable String decoded() {
        return understood == null || didYouMean != null || !Boolean.TRUE.equals(understood.decoded())
                ? null
                : understood.text();
    }

    static boolean isCertificate(String key) {
        return key.equals(ORGANIC) || CERTIFICATES.containsKey(key);
    }

    /** The mark under which a certificate is known; null for organic, which every language calls otherwise. */
    public static @Nullable String certificateName(String key) {
        return CERTIFICATES.get(key);
    }

    /** The name of a shop by its slug, as the facets know it. */
    public String shopName(String slug) {
        return named(facets.shop(), slug);
    }

    /** The name of a province by its code, as the facets know it. */
    public String provinceName(String code) {
        return named(facets.province(), code);
    }

    private static String named(List<SearchApi.Facet> choices, String value) {
        return choices.stream()
                .filter(facet -> facet.value().equals(value))
                .map(facet -> facet.name() == null ? value : facet.name())
                .findFirst()
                .orElse(value);
    }
}
