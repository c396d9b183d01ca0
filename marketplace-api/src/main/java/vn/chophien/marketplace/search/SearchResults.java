package vn.chophien.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.ListingCard;

/**
 * One page of results.
 *
 * @param total of all pages, exact
 * @param nearest true when nothing has all the words and these are the nearest
 * @param didYouMean words that find more, as their sellers write them
 */
record SearchResults(
        List<ListingCard> items,
        long total,
        Facets facets,
        @Nullable String nextCursor,
        @Nullable Boolean nearest,
        @Nullable String didYouMean) {}
