package vn.chophien.marketplace.pricefeed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Which prices of the board a reader asks for; what is null does not matter.
 *
 * @param text words of the series' name
 * @param perCommodity at most so many series of a commodity, the first ones
 */
record BoardSelection(
        @Nullable String province,
        @Nullable Stage stage,
        @Nullable String commodity,
        @Nullable Frequency frequency,
        @Nullable String text,
        @Nullable Integer perCommodity) {

    /** What the parameters of a request say; refuses a stage or frequency that there is not. */
    static BoardSelection of(
            @Nullable String province,
            @Nullable String stage,
            @Nullable String commodity,
            @Nullable String frequency,
            @Nullable String text,
            @Nullable Integer perCommodity) {
        if (perCommodity != null && perCommodity < 1) {
            throw RequestProblem.invalid(new FieldProblem("per_commodity", "too-small", Map.of("min", 1)));
        }
        return new BoardSelection(
                blankToNull(province),
                known(Stage.class, "stage", stage),
                blankToNull(commodity),
                known(Frequency.class, "frequency", frequency),
                blankToNull(text),
                perCommodity);
    }

    List<Quote> from(List<Quote> quotes, SeriesWords words) {
        var counts = new HashMap<Commodity, Integer>();
        return quotes.stream()
                .filter(quote -> fits(quote.series(), words))
                .filter(
                        perCommodity == null
                                ? any -> true
                                : (Predicate<Quote>) quote ->
                                        counts.merge(quote.series().commodity(), 1, Integer::sum) <= perCommodity)
                .toList();
    }

    private boolean fits(PriceSeries series, SeriesWords words) {
        return (province == null || province.equals(series.provinceCode()))
                && (stage == null || stage == series.stage())
                && (commodity == null
                        || commodity.equalsIgnoreCase(series.commodity().code()))
                && (frequency == null || frequency == series.frequency())
                && (text == null || words.name(series, text));
    }

    private static <T extends Enum<T>> @Nullable T known(Class<T> type, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException unknown) {
            throw RequestProblem.invalid(new FieldProblem(field, "unknown"));
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
