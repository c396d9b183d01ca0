package vn.chophien.marketplace.catalog;

import org.jspecify.annotations.Nullable;

/** Which listings a list shows; what is null does not narrow it. */
record ListingSelection(
        @Nullable String shop,
        @Nullable String category,
        @Nullable ListingCollection collection,
        ListingSort sort) {}
