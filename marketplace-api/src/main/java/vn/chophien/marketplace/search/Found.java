package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.search.ListingQuery.Scope;
import vn.chophien.marketplace.search.ListingSearch.Counted;
import vn.chophien.marketplace.search.ListingSearch.How;
import vn.chophien.marketplace.search.understanding.Reading;

/**
 * What was found for a reading.
 *
 * @param scope how much of what the words speak of was looked for
 * @param exact what has everything; may be nothing
 * @param facets how that divides, perhaps as of a minute ago
 * @param nearest what comes near, the exact among it; null when it was not needed
 * @param liked whether nothing comes near either, and what buyers like stands for it
 * @param better the words in place of those typed
 */
record Found(
        How how,
        Scope scope,
        Reading reading,
        SearchResponse<Void> exact,
        Facets facets,
        @Nullable SearchResponse<Void> nearest,
        boolean liked,
        @Nullable String better) {

    static Found of(How how, Reading reading, Counted exact) {
        return new Found(how, exact.scope(), reading, exact.answer(), exact.facets(), null, false, null);
    }

    Found insteadOfTyped(@Nullable String words) {
        return new Found(how, scope, reading, exact, facets, nearest, liked, words);
    }

    Found with(SearchResponse<Void> nearest) {
        return new Found(how, scope, reading, exact, facets, nearest, false, better);
    }

    Found withLiked(SearchResponse<Void> favorites) {
        return new Found(how, scope, reading, exact, facets, favorites, true, better);
    }

    /** The ids of those that have everything. */
    Set<String> exactIds() {
        return new LinkedHashSet<>(idsOf(exact));
    }

    /** The ids of a page, best first: none that only comes near stands before an exact one. */
    List<String> ids(int pageSize) {
        var ids = exactIds();
        if (nearest != null) {
            ids.addAll(idsOf(nearest));
        }
        return ids.stream().limit(pageSize).toList();
    }

    private static List<String> idsOf(SearchResponse<Void> found) {
        return found.hits().hits().stream()
                .map(Hit::id)
                .map(Objects::requireNonNull)
                .toList();
    }
}
