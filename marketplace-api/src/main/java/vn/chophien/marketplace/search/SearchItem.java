package vn.chophien.marketplace.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.ListingCard;

/**
 * A listing that was found.
 *
 * @param highlights what of the name was asked for: pairs of the first character and the one after the last
 * @param nearest true for one that misses something of what was asked for
 */
record SearchItem(
        @JsonUnwrapped ListingCard card,
        List<List<Integer>> highlights,
        @Nullable Boolean nearest) {}
