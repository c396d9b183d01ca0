package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A state of the record that a question is about. What is answered from it is the same whenever it is asked.
 *
 * @param vintage the last publication that counts; 0 before the first
 * @param publicationId of that publication
 * @param publishedAt of that publication
 * @param day the day on which the question is asked, in Vietnam: it decides what is still worth showing
 * @param past whether the state was asked for by name, and so will never change
 */
public record KnownAt(int vintage, @Nullable String publicationId, Instant publishedAt, LocalDate day, boolean past) {
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, VIETNAM);
    }

    /** When an answer from this state last changed: by a publication, or because a day ended. */
    Instant changedAt() {
        var dayBegan = day.atStartOfDay(VIETNAM).toInstant();
        return dayBegan.isAfter(publishedAt) ? dayBegan : publishedAt;
    }
}
