package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a kilogram of a commodity is quoted at on one stage of its way to the table: from the lowest to the highest price
 * of its domestic series.
 *
 * @param local whether the prices are those of the province that was asked for
 * @param first the day of the oldest price in it
 * @param last the day of the newest
 */
record ReferenceBand(
        Stage stage,
        BigDecimal low,
        BigDecimal high,
        boolean local,
        LocalDate first,
        LocalDate last,
        List<PriceSeries> series) {
    static final String CURRENCY = "VND";

    /** A place that reports less often must not stretch the band of those that report each day. */
    private static final int DAYS_TOGETHER = 7;

    /** A quote by the kilogram. */
    private record Weighed(Quote quote, BigDecimal factor) {
        BigDecimal low() {
            return quote.latest().price().min().multiply(factor);
        }

        BigDecimal high() {
            return quote.latest().price().max().multiply(factor);
        }

        LocalDate day() {
            return quote.latest().validOn();
        }
    }

    /** The bands of a commodity's quotes, in the order of the stages; those of the province where it has prices of its own. */
    static List<ReferenceBand> of(List<Quote> quotes, @Nullable String province) {
        var stages = new EnumMap<Stage, List<Weighed>>(Stage.class);
        for (var quote : quotes) {
            weighed(quote)
                    .ifPresent(one -> stages.computeIfAbsent(quote.series().stage(), stage -> new ArrayList<>())
                            .add(one));
        }
        return stages.entrySet().stream().map(entry -> of(entry, province)).toList();
    }

    private static ReferenceBand of(Map.Entry<Stage, List<Weighed>> stage, @Nullable String province) {
        var here = stage.getValue().stream()
                .filter(one -> Objects.equals(one.quote().series().provinceCode(), province))
                .toList();
        var local = province != null && !here.isEmpty();
        var asked = local ? here : stage.getValue();
        var last = asked.stream().map(Weighed::day).max(LocalDate::compareTo).orElseThrow();
        var together = asked.stream()
                .filter(one -> one.day().isAfter(last.minusDays(DAYS_TOGETHER)))
                .toList();
        return new ReferenceBand(
                stage.getKey(),
                ends(together.stream().map(Weighed::low))
                        .min(BigDecimal::compareTo)
                        .orElseThrow(),
                ends(together.stream().map(Weighed::high))
                        .max(BigDecimal::compareTo)
                        .orElseThrow(),
                local,
                together.stream().map(Weighed::day).min(LocalDate::compareTo).orElseThrow(),
                last,
                together.stream().map(one -> one.quote().series()).toList());
    }

    private static Stream<BigDecimal> ends(Stream<BigDecimal> prices) {
        return prices.map(BigDecimal::stripTrailingZeros).map(price -> price.scale() < 0 ? price.setScale(0) : price);
    }

    private static Optional<Weighed> weighed(Quote quote) {
        var series = quote.series();
        return series.stage() == Stage.WORLD_MARKET
                        || series.frequency() == Frequency.MONTHLY
                        || !series.currency().equals(CURRENCY)
                ? Optional.empty()
                : series.measure().factorTo(Measure.KILOGRAM).map(factor -> new Weighed(quote, factor));
    }
}
