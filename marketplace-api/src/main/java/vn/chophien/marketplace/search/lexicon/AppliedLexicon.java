package vn.chophien.marketplace.search.lexicon;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.ListingId;

/**
 * A dictionary on its way, or in force.
 *
 * @param after the listing up to which documents were looked at in this phase
 * @param touched how many of them it words otherwise
 * @param since when the phase began
 * @param age how long ago that is, by the clock of the database
 */
record AppliedLexicon(long version, Phase phase, @Nullable ListingId after, long touched, Instant since, Duration age) {

    enum Phase {
        /** Listings that it words otherwise are marked, to be written in the words of both. */
        MARKING,
        /** Waits until those are written. */
        SETTLING,
        /** Queries are read by it; the words that only the old one has are taken out again. */
        CLEANING,
        LIVE,
        RETIRED
    }
}
