package vn.chophien.marketplace.pricefeed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The price of a series on a day, as one publication made it known; a later one may say otherwise.
 *
 * @param vintage the number of that publication
 * @param recordedAt when it became known
 */
public record Observation(
        LocalDate validOn, Price price, Status status, Remark remark, int vintage, Instant recordedAt) {

    public @Nullable String note() {
        return remark.note();
    }
}
