package vn.chophien.marketplace.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Shelves that fill themselves. */
enum ListingCollection {
    /** Harvested in the current month in Vietnam. */
    IN_SEASON,
    /** With an OCOP certificate that is valid today. */
    OCOP,
    /** What sellers tag as a gift. */
    GIFT,
    /** The newest first; nothing is left out. */
    NEW;

    /** The name in addresses, e.g. {@code in-season}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ListingCollection> of(String slug) {
        return Arrays.stream(values())
                .filter(collection -> collection.slug().equals(slug))
                .findFirst();
    }
}
