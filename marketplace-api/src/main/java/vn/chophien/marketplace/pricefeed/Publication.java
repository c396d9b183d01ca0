package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/**
 * One act of making prices public, all at once.
 *
 * @param revision grows with every publication
 */
public record Publication(UUID id, long revision, Instant publishedAt) {

    /** What led to a publication. */
    public sealed interface Origin {
        /** An officer published an upload. */
        record Upload(UUID uploadId, AccountId officer) implements Origin {}

        /** The market was loaded from files. */
        record Import() implements Origin {}
    }

    /** A price to publish for a day of a series. */
    public record Entry(
            int seriesId,
            LocalDate validOn,
            Price price,
            @Nullable String note) {}
}
