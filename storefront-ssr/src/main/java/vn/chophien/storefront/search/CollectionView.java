package vn.chophien.storefront.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.ListingCard;

/** @param name {@code in-season}, {@code ocop}, {@code gift} or {@code new}; selects the texts */
public record CollectionView(
        String name, List<ListingCard> items, @Nullable String nextCursor, boolean first) {}
