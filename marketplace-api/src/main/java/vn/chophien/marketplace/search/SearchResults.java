package vn.chophien.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of results.
 *
 * @param total of all pages, exact; without the nearest that fill up a short page or stand in for an empty one
 * @param facets of what was counted, at most a minute ago: under an empty page they are empty but for the filters that emptied it
 * @param nearest true when some of the items are only the nearest: nothing, or not enough for a page, has everything asked for
 * @param liked true when nothing comes near either: the items are what buyers like, whatever was asked for
 * @param didYouMean the words that were searched for in place of those typed, which find nothing
 * @param understood what the words were taken for
 */
record SearchResults(
        List<SearchItem> items,
        long total,
        Facets facets,
        @Nullable String nextCursor,
        @Nullable Boolean nearest,
        @Nullable Boolean liked,
        @Nullable String didYouMean,
        @Nullable Understood understood) {

    /**
     * @param text as it was read: typed as raw keys, it is decoded
     * @param decoded whether the words were typed as raw keys of a Vietnamese keyboard
     * @param filters demands among the words, each with the words that are left without it
     */
    record Understood(String text, boolean decoded, List<ReadFilter> filters) {}

    /**
     * @param name one of {@code stars, price, province, certificate, gift, in_season, in_stock, pack}
     * @param value in the form of the parameter of that name
     * @param typed the words that say it
     * @param without the text without them
     */
    record ReadFilter(String name, String value, String typed, String without) {}
}
