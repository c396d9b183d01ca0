package vn.chophien.marketplace.pricefeed.forecastdesk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * A history to forecast.
 *
 * @param horizon how many steps ahead; the frequency's usual one when left away
 */
record PreviewRequest(
        @NotNull @Nullable Frequency frequency,
        @NotEmpty @Size(max = 50_000) List<@Valid @NotNull Quoted> observations,
        @Min(1) @Nullable Integer horizon) {

    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2300, 1, 1);
    private static final BigDecimal LOWEST = new BigDecimal("0.000001");
    private static final BigDecimal HIGHEST = new BigDecimal("1000000000000000");

    record Quoted(
            @NotNull @Nullable LocalDate date,

            @NotNull @Nullable BigDecimal value) {}

    /** @return the history; fails with {@link RequestProblem} for a date twice, or a date or price out of all reason */
    PriceHistory history(Frequency known) {
        NavigableMap<LocalDate, Double> prices = new TreeMap<>();
        for (int i = 0; i < observations.size(); i++) {
            var date = observations.get(i).date();
            var value = observations.get(i).value();
            if (date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw refused(i, "date", "invalid");
            }
            if (value == null || value.compareTo(LOWEST) < 0 || value.compareTo(HIGHEST) > 0) {
                throw refused(i, "value", "invalid");
            }
            if (prices.put(date, value.doubleValue()) != null) {
                throw refused(i, "date", "date-twice");
            }
        }
        return PriceHistory.of(known, prices);
    }

    private static RequestProblem refused(int index, String field, String code) {
        return RequestProblem.invalid(new FieldProblem("observations[%d].%s".formatted(index, field), code));
    }

    int steps(Frequency known) {
        return ForecastHorizon.of(known, horizon);
    }
}
