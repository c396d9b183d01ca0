package vn.chophien.marketplace.pricefeed.bulletin;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.Status;

/** Series with plain prices for texts. */
final class PriceLines {
    /** A Sunday. */
    static final LocalDate TO = LocalDate.of(2026, 11, 22);

    private PriceLines() {}

    static Observation on(LocalDate day, long price) {
        return on(day, Price.point(BigDecimal.valueOf(price)));
    }

    static Observation on(LocalDate day, Price price) {
        return new Observation(day, price, Status.FINAL, Remark.NONE, 1, Instant.EPOCH);
    }

    /** A price of every working day from the first to the last. */
    static SeriesFigures daily(PriceSeries series, LocalDate first, LocalDate last, ToLongFunction<LocalDate> price) {
        var observations = new ArrayList<Observation>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                observations.add(on(day, price.applyAsLong(day)));
            }
        }
        return new SeriesFigures(series, TO, observations);
    }

    static SeriesFigures of(PriceSeries series, Observation... observations) {
        return new SeriesFigures(series, TO, List.of(observations));
    }
}
