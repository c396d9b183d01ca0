package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An observation as clients see it; a range has its ends beside the middle that stands for it.
 *
 * @param reason why another price that had been public for the day was corrected to this one
 */
record ObservationResource(
        LocalDate date,
        BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        Status status,
        @Nullable String note,
        @Nullable String source,
        @Nullable String sourceUrl,
        Instant recordedAt,
        int vintage,
        @Nullable String reason) {
    static ObservationResource from(Observation observation) {
        var price = observation.price();
        return new ObservationResource(
                observation.validOn(),
                price.middle(),
                price.isRange() ? price.min() : null,
                price.isRange() ? price.max() : null,
                observation.status(),
                observation.note(),
                observation.remark().source(),
                observation.remark().sourceUrl(),
                observation.recordedAt(),
                observation.vintage(),
                observation.remark().reason());
    }
}
