package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/**
 * One act of making prices public, all at once: a vintage of the record.
 *
 * @param vintage its number; they follow each other without gaps
 * @param added how many prices became known for the first time
 * @param corrected how many known ones it changed
 * @param withdrawn how many known ones it took back
 * @param forecasts how many forecasts it issued
 */
public record Publication(
        UUID id, int vintage, Instant publishedAt, int added, int corrected, int withdrawn, int forecasts) {

    /** Prices and forecasts are published apart. */
    public boolean isOfForecasts() {
        return forecasts > 0;
    }

    /** What led to a publication. */
    public sealed interface Origin {
        /** One officer entered a set of prices, another published it. */
        record Desk(UUID entrySetId, AccountId enteredBy, AccountId publishedBy) implements Origin {
            public Desk {
                if (enteredBy.equals(publishedBy)) {
                    throw new IllegalArgumentException("A publication takes two people, not only " + enteredBy);
                }
            }
        }

        /** One officer drafted forecasts, another issued them. */
        record Forecast(AccountId draftedBy, AccountId publishedBy) implements Origin {
            public Forecast {
                if (draftedBy.equals(publishedBy)) {
                    throw new IllegalArgumentException("A publication takes two people, not only " + draftedBy);
                }
            }
        }

        /** The market was loaded from files. */
        record Import() implements Origin {}
    }

    /**
     * What a publication says about a day of a series.
     *
     * @param price none for a withdrawal
     */
    public record Entry(
            int seriesId, LocalDate validOn, @Nullable Price price, Status status, Remark remark) {
        public Entry {
            if ((price == null) != (status == Status.WITHDRAWN)) {
                throw new IllegalArgumentException("A price that is withdrawn is none, and any other is one");
            }
        }

        public static Entry of(int seriesId, LocalDate validOn, Price price) {
            return new Entry(seriesId, validOn, price, Status.FINAL, Remark.NONE);
        }

        public static Entry withdrawal(int seriesId, LocalDate validOn, String reason) {
            return new Entry(seriesId, validOn, null, Status.WITHDRAWN, Remark.NONE.because(reason));
        }
    }
}
