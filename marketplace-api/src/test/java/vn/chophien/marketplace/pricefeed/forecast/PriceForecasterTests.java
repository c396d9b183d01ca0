package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chophien.marketplace.pricefeed.Frequency;

class PriceForecasterTests {
    @ParameterizedTest
    @EnumSource
    void aPriceThatNeverMovedIsExpectedToStay(Frequency frequency) {
        var history = Simulated.history(frequency, 300, t -> 25_000);
        var points = PriceForecaster.forecast(history, 12).points();
        assertThat(points).hasSize(12).allSatisfy(point -> {
            assertThat(point.mean()).isCloseTo(25_000, within(1e-6));
            assertThat(point.lower95()).isLessThan(25_000);
            assertThat(point.upper95()).isBetween(25_000.0, 25_100.0);
        });
    }

    @Test
    void theSameHistoryGivesTheSameForecast() {
        var walk = Simulated.randomWalk(0.03, 400, 6);
        var history = Simulated.history(Frequency.DAILY, 400, t -> 40_000 * Math.exp(walk[t]));
        assertThat(PriceForecaster.forecast(history, 14)).isEqualTo(PriceForecaster.forecast(history, 14));
    }

    @Test
    void anotherUnitGivesTheSameForecastInThatUnit() {
        var walk = Simulated.randomWalk(0.03, 200, 6);
        var thousands = PriceForecaster.forecast(
                        Simulated.history(Frequency.WEEKLY, 200, t -> 40 * Math.exp(walk[t])), 8)
                .points();
        var single = PriceForecaster.forecast(
                        Simulated.history(Frequency.WEEKLY, 200, t -> 40_000 * Math.exp(walk[t])), 8)
                .points();
        for (int h = 0; h < 8; h++) {
            assertThat(single.get(h).mean() / thousands.get(h).mean()).isCloseTo(1000, within(0.01));
            assertThat(single.get(h).upper95() / thousands.get(h).upper95()).isCloseTo(1000, within(0.01));
        }
    }

    @Test
    void aSeasonThatComesEveryYearIsExpectedAgain() {
        var history = Simulated.history(
                Frequency.MONTHLY,
                144,
                t -> 100 * Math.exp(0.3 * Math.sin(2 * Math.PI * t / 12) + 0.01 * Math.sin(7.0 * t * t)));
        var forecast = PriceForecaster.forecast(history, 12);
        assertThat(forecast.method()).contains("ETS(A,N,A)");
        assertThat(forecast.points().get(3).mean()).isGreaterThan(110);
        assertThat(forecast.points().get(9).mean()).isLessThan(95);
    }

    @ParameterizedTest
    @EnumSource
    void boundsOfARandomWalkCoverWhatTheySay(Frequency frequency) {
        int within80 = 0;
        int within95 = 0;
        for (int seed = 0; seed < 60; seed++) {
            var walk = Simulated.randomWalk(0.03, 408, seed);
            var history = Simulated.history(frequency, 400, t -> 100 * Math.exp(walk[t]));
            var point = PriceForecaster.forecast(history, 8).points().get(7);
            double came = 100 * Math.exp(walk[407]);
            within80 += came >= point.lower80() && came <= point.upper80() ? 1 : 0;
            within95 += came >= point.lower95() && came <= point.upper95() ? 1 : 0;
        }
        assertThat(within80).isBetween(40, 58);
        assertThat(within95).isBetween(52, 60);
    }

    @Test
    void tooShortAHistoryIsRefused() {
        var history = Simulated.history(Frequency.MONTHLY, PriceForecaster.SHORTEST - 1, t -> 1 + t);
        assertThatIllegalArgumentException().isThrownBy(() -> PriceForecaster.forecast(history, 1));
    }

    @Property(tries = 150)
    void neverFailsAndNeverSaysNonsense(@ForAll("oddPrices") List<Double> prices, @ForAll Frequency frequency) {
        var history = Simulated.history(frequency, prices.size(), prices::get);
        int horizon = 12;
        var points = PriceForecaster.forecast(history, horizon).points();
        double last = prices.getLast();
        assertThat(points).hasSize(horizon).allSatisfy(point -> {
            assertThat(point.mean()).isPositive().isFinite();
            assertThat(point.lower95()).isPositive().isLessThanOrEqualTo(point.lower80());
            assertThat(point.lower80()).isLessThanOrEqualTo(point.mean()).isLessThanOrEqualTo(last);
            assertThat(point.upper80()).isGreaterThanOrEqualTo(point.mean()).isGreaterThanOrEqualTo(last);
            assertThat(point.upper95()).isFinite().isGreaterThanOrEqualTo(point.upper80());
        });
        assertThat(points).extracting(PriceForecast.Point::date).isSorted().doesNotHaveDuplicates();
    }

    /** Walks with steps, standing still, spikes and changes of scale, from tiny to huge. */
    @Provide
    Arbitrary<List<Double>> oddPrices() {
        return Arbitraries.longs()
                .flatMap(seed -> Arbitraries.integers().between(40, 160).map(length -> odd(seed, length)));
    }

    private static List<Double> odd(long seed, int length) {
        var chance = new Random(seed);
        double level = Math.exp(chance.nextDouble(-12, 30));
        double moving = chance.nextDouble();
        double wild = chance.nextDouble() < 0.2 ? 2 : 0.05;
        double trend = chance.nextDouble() < 0.2 ? 0.1 : 0;
        var prices = new Double[length];
        for (int t = 0; t < length; t++) {
            level *= chance.nextDouble() < moving ? Math.exp(trend + wild * chance.nextGaussian()) : 1;
            level = Math.clamp(level, 1e-6, 1e15);
            prices[t] = chance.nextDouble() < 0.02 ? Math.clamp(level * 1000, 1e-6, 1e15) : level;
        }
        return List.of(prices);
    }
}
