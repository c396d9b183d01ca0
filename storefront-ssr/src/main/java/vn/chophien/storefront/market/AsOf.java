package vn.chophien.storefront.market;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Formats;

/**
 * What was known at a time a reader asks about: at the end of a day, or with a publication.
 *
 * @param parameter as the API takes it; null for what is known now
 * @param written as the page's own addresses carry it; empty for now
 * @param day the day if it is one
 */
public record AsOf(@Nullable String parameter, String written, Optional<LocalDate> day) {
    private static final AsOf NOW = new AsOf(null, "", Optional.empty());

    /** Today, or a day to come, is what is known now. What is no day goes to the API, which knows its publications. */
    static AsOf of(@Nullable String asked, InstantSource clock) {
        if (asked == null || asked.isBlank()) {
            return NOW;
        }
        try {
            var day = LocalDate.parse(asked.strip());
            return day.isBefore(LocalDate.ofInstant(clock.instant(), Formats.ZONE))
                    ? new AsOf(
                            day.plusDays(1)
                                    .atStartOfDay(Formats.ZONE)
                                    .toInstant()
                                    .toString(),
                            day.toString(),
                            Optional.of(day))
                    : NOW;
        } catch (DateTimeException noDay) {
            return new AsOf(asked.strip(), asked.strip(), Optional.empty());
        }
    }

    public boolean isPast() {
        return parameter != null;
    }
}
