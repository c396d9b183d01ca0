package vn.chophien.marketplace.pricefeed.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ALPS and IFPA beside other ways to compute them, and what must hold whatever the prices. */
class IndicatorTests {
    private static final YearMonth FIRST = YearMonth.of(2019, 1);

    /** Another people's regression, with twelve columns of zeros and ones and one of time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void alpsIsTheResidualOfTheSeasonalRegressionInItsStandardErrors(long seed) {
        var prices = random(seed, 61);
        var month = FIRST.plusMonths(60);
        var y = new double[60];
        var x = new double[60][13];
        for (int t = 0; t < 60; t++) {
            y[t] = prices.getOrDefault(FIRST.plusMonths(t), 0.0);
            x[t][t % 12] = 1;
            x[t][12] = t;
        }
        var design = new Array2DRowRealMatrix(x);
        var observed = new ArrayRealVector(y);
        var beta = new QRDecomposition(design).getSolver().solve(observed);
        double deviation = observed.subtract(design.operate(beta)).getNorm() / Math.sqrt(60 - 13);
        double expected = (prices.getOrDefault(month, 0.0) - beta.getEntry(0) - 60 * beta.getEntry(12)) / deviation;
        assertThat(Alps.of(prices, month))
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(expected, within(1e-6)));
    }

    /** With three years: growth over the quarter of 3 %, 1 % and 2 % a month, over the year of 0, 0 and 1 % a month. */
    @Test
    void ifpaIsWorkedOutByHand() {
        var prices = new TreeMap<YearMonth, Double>();
        var june = YearMonth.of(2025, 6);
        prices.put(june.minusYears(3), 100.0);
        prices.put(june.minusYears(2), 100.0);
        prices.put(june.minusYears(1), 100.0);
        prices.put(june, 100 * Math.pow(1.01, 12));
        prices.put(june.minusYears(2).minusMonths(3), 100 / Math.pow(1.03, 3));
        prices.put(june.minusYears(1).minusMonths(3), 100 / Math.pow(1.01, 3));
        prices.put(june.minusMonths(3), 100 * Math.pow(1.01, 12) / Math.pow(1.02, 3));
        // Weights 1, 2, 3. Quarter: mean (0.03 + 0.02 + 0.06) / 6; year: mean 0.03 / 6; divisor 6 · 2/3.
        double quarterMean = 0.11 / 6;
        double quarterDeviation = Math.sqrt((Math.pow(0.03 - quarterMean, 2)
                        + 2 * Math.pow(0.01 - quarterMean, 2)
                        + 3 * Math.pow(0.02 - quarterMean, 2))
                / 4);
        double yearDeviation = Math.sqrt((3 * Math.pow(0.005, 2) + 3 * Math.pow(0.005, 2)) / 4);
        double expected = 0.4 * (0.02 - quarterMean) / quarterDeviation + 0.6 * 0.005 / yearDeviation;
        assertThat(Ifpa.of(prices, june))
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(expected, within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 7})
    void theUnitOfAPriceDoesNotMatter(long seed) {
        var prices = random(seed, 72);
        var month = prices.lastKey();
        for (double scale : new double[] {0.001, 23.5, 1e6}) {
            var scaled = new TreeMap<YearMonth, Double>();
            prices.forEach((at, price) -> scaled.put(at, price * scale));
            for (var indicator : AlertIndicator.values()) {
                double expected = indicator.of(prices, month).orElseThrow();
                assertThat(indicator.of(scaled, month))
                        .hasValueSatisfying(value -> assertThat(value).isCloseTo(expected, within(1e-6)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9, 10})
    void aHigherLastPriceIsNeverLessUnusual(long seed) {
        var prices = random(seed, 72);
        var month = prices.lastKey();
        double price = prices.getOrDefault(month, 0.0);
        for (var indicator : AlertIndicator.values()) {
            double before = Double.NEGATIVE_INFINITY;
            for (double factor : new double[] {0.7, 0.9, 1, 1.1, 1.3}) {
                prices.put(month, price * factor);
                double value = indicator.of(prices, month).orElseThrow();
                assertThat(value).as("%s at %s", indicator, factor).isGreaterThan(before);
                before = value;
            }
            prices.put(month, price);
        }
    }

    @Test
    void aPriceThatStandsStillIsNormal() {
        var prices = prices(72, month -> 100);
        for (var indicator : AlertIndicator.values()) {
            assertThat(indicator.of(prices, prices.lastKey())).hasValue(0.0);
        }
    }

    @Test
    void aSeasonThatComesEveryYearIsNormalAndASpikeIsNot() {
        var noise = new Random(11);
        var prices = prices(72, month -> 100 + 20 * Math.sin(month * Math.PI / 6) + noise.nextGaussian());
        var month = prices.lastKey();
        assertThat(Math.abs(Alps.of(prices, month).orElseThrow())).isLessThan(4);
        prices.merge(month, 15.0, Double::sum);
        assertThat(Alps.of(prices, month).orElseThrow()).isGreaterThan(5);
    }

    @Test
    void alpsTakesThreeYearsSevenTenthsOfThemObserved() {
        assertThat(Alps.of(random(12, 37), FIRST.plusMonths(36))).isPresent();
        assertThat(Alps.of(random(12, 36), FIRST.plusMonths(35))).isEmpty();
        var thin = random(13, 61);
        thin.keySet().removeIf(month -> month.getMonthValue() % 3 == 2 && month.isBefore(FIRST.plusMonths(60)));
        assertThat(Alps.of(thin, FIRST.plusMonths(60))).isEmpty();
        assertThat(Alps.of(random(14, 61), FIRST.plusMonths(70))).isEmpty();
    }

    @Test
    void ifpaTakesThreeYearsOfGrowth() {
        assertThat(Ifpa.of(random(15, 37), FIRST.plusMonths(36))).isPresent();
        assertThat(Ifpa.of(random(15, 36), FIRST.plusMonths(35))).isEmpty();
    }

    private static NavigableMap<YearMonth, Double> random(long seed, int months) {
        var random = new Random(seed);
        return prices(months, month -> 100 + month + 8 * Math.sin(month) + 5 * random.nextGaussian());
    }

    private static NavigableMap<YearMonth, Double> prices(int months, IntToDoubleFunction price) {
        var prices = new TreeMap<YearMonth, Double>();
        for (int month = 0; month < months; month++) {
            prices.put(FIRST.plusMonths(month), price.applyAsDouble(month));
        }
        return prices;
    }
}
