package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * FAO's indicator of food price anomalies, SDG indicator 2.c.1: how unusual the growth of a price over a quarter and over a
 * year is for the season.
 *
 * <pre>CGR(n, t) = (P(t) / P(t − n))^(1/n) − 1
 * IFPA(t) = 0.4·(CGR(3, t) − mean) / σ + 0.6·(CGR(12, t) − mean) / σ</pre>
 *
 * Mean and standard deviation σ of each growth rate are those of the same month of all years to date, the first year with
 * weight 1, the next with 2 and so on; σ² = Σw·(CGR − mean)² / (Σw·(Y − 1)/Y) for Y years. Source: F. G. Baquedano,
 * <i>Developing an indicator of price anomalies as an early warning tool: A compound growth approach</i>, FAO, 2015, and
 * the metadata of SDG indicator 2.c.1, which give the weights 0.4 and 0.6. The growth rates are not adjusted for volatility,
 * as in the SDG metadata.
 *
 * <p>It takes three years with both growth rates. We look back at most twenty.
 */
final class Ifpa {
    private static final double QUARTERS_SHARE = 0.4;
    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final int FEWEST_YEARS = 3;
    private static final int MOST_YEARS = 20;
    private static final double NOISE = 1e-12;

    private Ifpa() {}

    /** Empty without the prices that it takes. */
    static Optional<Double> of(NavigableMap<YearMonth, Double> prices, YearMonth month) {
        return anomaly(prices, month, QUARTER)
                .flatMap(quarterly -> anomaly(prices, month, YEAR)
                        .map(annual -> QUARTERS_SHARE * quarterly + (1 - QUARTERS_SHARE) * annual));
    }

    private static Optional<Double> anomaly(NavigableMap<YearMonth, Double> prices, YearMonth month, int months) {
        var current = growth(prices, month, months);
        var growths = new ArrayList<Double>();
        for (int back = MOST_YEARS - 1; back >= 0; back--) {
            growth(prices, month.minusYears(back), months).ifPresent(growths::add);
        }
        return growths.size() < FEWEST_YEARS ? Optional.empty() : current.map(now -> normalized(now, growths));
    }

    private static Optional<Double> growth(NavigableMap<YearMonth, Double> prices, YearMonth month, int months) {
        var now = prices.get(month);
        var then = prices.get(month.minusMonths(months));
        return now == null || then == null ? Optional.empty() : Optional.of(Math.pow(now / then, 1.0 / months) - 1);
    }

    /** @param growths oldest first */
    private static double normalized(double now, List<Double> growths) {
        int years = growths.size();
        double weights = years * (years + 1) / 2.0;
        double mean = 0;
        for (int year = 0; year < years; year++) {
            mean += (year + 1) * growths.get(year) / weights;
        }
        double squares = 0;
        for (int year = 0; year < years; year++) {
            squares += (year + 1) * Math.pow(growths.get(year) - mean, 2);
        }
        double deviation = Math.sqrt(squares / (weights * (years - 1) / years));
        return deviation < NOISE ? 0 : (now - mean) / deviation;
    }
}
