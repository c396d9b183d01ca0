package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An observation as clients see it; a range has its ends beside the middle that stands for it. */
record ObservationResource(
        LocalDate date,
        BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable String note,
        Instant recordedAt) {
    static ObservationResource from(Observation observation) {
        var price = observation.price();
        return new ObservationResource(
                observation.validOn(),
                price.middle(),
                price.isRange() ? price.min() : null,
                price.isRange() ? price.max() : null,
                observation.note(),
                observation.recordedAt());
    }
}
