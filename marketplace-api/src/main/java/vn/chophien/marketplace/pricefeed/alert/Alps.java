package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * ALPS, the Alert for Price Spikes: how many standard deviations a month's price lies above its seasonal trend.
 *
 * <pre>P(t) = α + β·t + γ(month of t) + ε(t),   ALPS(t) = (P(t) − P̂(t)) / σ(ε)</pre>
 *
 * The trend with its twelve seasonal terms is fitted by least squares; σ is the standard error of its residuals. Source: World
 * Food Programme, <i>Calculation and Use of the Alert for Price Spikes (ALPS) Indicator, Technical Guidance Note</i>, April
 * 2014. Ours differs in two points: the trend is fitted to the months before t alone, so that a spike does not hide in its own
 * trend, and to no more than the ten years before, as no straight line holds longer.
 *
 * <p>As there, it takes three years of months, 70 % of them with a price; and two earlier prices of the same month.
 */
final class Alps {
    private static final int LONGEST = 120;
    private static final int SHORTEST = 36;
    private static final double LEAST_OBSERVED = 0.7;
    private static final int LEAST_OF_MONTH = 2;

    /** Residuals below this share of the price are rounding, not deviations. */
    private static final double NOISE = 1e-9;

    private Alps() {}

    private record Month(double time, int season, double price) {}

    /** Empty without a price of the month, and for a history that is too short or too thin. */
    static Optional<Double> of(NavigableMap<YearMonth, Double> prices, YearMonth month) {
        var price = prices.get(month);
        var before = prices.subMap(month.minusMonths(LONGEST), true, month, false);
        if (price == null || before.isEmpty()) {
            return Optional.empty();
        }
        long span = ChronoUnit.MONTHS.between(before.firstKey(), month);
        if (span < SHORTEST || before.size() < LEAST_OBSERVED * span) {
            return Optional.empty();
        }
        var known = new ArrayList<Month>();
        before.forEach(
                (at, value) -> known.add(new Month(ChronoUnit.MONTHS.between(month, at), at.getMonthValue(), value)));
        return against(known, new Month(0, month.getMonthValue(), price));
    }

    /** Least squares with a constant per season: first prices and times are taken from their seasons' means. */
    private static Optional<Double> against(List<Month> known, Month asked) {
        var bySeason = known.stream().collect(Collectors.groupingBy(Month::season));
        var same = bySeason.getOrDefault(asked.season(), List.of());
        int freedom = known.size() - bySeason.size() - 1;
        if (same.size() < LEAST_OF_MONTH || freedom < 1) {
            return Optional.empty();
        }
        var time = means(bySeason, true);
        var price = means(bySeason, false);
        double timesTimes = 0;
        double timesPrices = 0;
        for (var one : known) {
            double t = one.time() - time.getOrDefault(one.season(), 0.0);
            timesTimes += t * t;
            timesPrices += t * (one.price() - price.getOrDefault(one.season(), 0.0));
        }
        double slope = timesTimes == 0 ? 0 : timesPrices / timesTimes;
        double squares = 0;
        for (var one : known) {
            double residual = residual(one, slope, time, price);
            squares += residual * residual;
        }
        double deviation = Math.sqrt(squares / freedom);
        double residual = residual(asked, slope, time, price);
        double noise = NOISE * asked.price();
        return Optional.of(Math.abs(residual) <= noise ? 0 : residual / Math.max(deviation, noise));
    }

    private static double residual(Month one, double slope, Map<Integer, Double> time, Map<Integer, Double> price) {
        return one.price()
                - price.getOrDefault(one.season(), 0.0)
                - slope * (one.time() - time.getOrDefault(one.season(), 0.0));
    }

    private static Map<Integer, Double> means(Map<Integer, List<Month>> bySeason, boolean ofTime) {
        return bySeason.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .mapToDouble(month -> ofTime ? month.time() : month.price())
                                .average()
                                .orElse(0)));
    }
}
