package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArimaTests {
    @Test
    void anAutoregressionOfChangesIsTheirRegressionOnTheOnesBefore() {
        var logs = Simulated.randomWalk(0.1, 120, 3);
        var before = new double[2][116];
        var changes = new double[116];
        for (int t = 4; t < 120; t++) {
            changes[t - 4] = logs[t] - logs[t - 1];
            before[0][t - 4] = logs[t - 1] - logs[t - 2];
            before[1][t - 4] = logs[t - 2] - logs[t - 3];
        }
        var expected = LeastSquares.coefficients(before, changes);
        var fitted = Arima.fit(new Arima.Order(2, 1, 0), logs).autoregression();
        assertThat(fitted[0]).isCloseTo(expected[0], within(1e-4));
        assertThat(fitted[1]).isCloseTo(expected[1], within(1e-4));
    }

    @Test
    void findsWhatMadeTheSeries() {
        var logs = Simulated.autoregression(0.7, 2000, 11);
        var fitted = Arima.fit(new Arima.Order(1, 0, 0), logs);
        assertThat(fitted.autoregression()[0]).isCloseTo(0.7, within(0.05));

        var moving = new double[2000];
        var errors = Simulated.autoregression(0, 2000, 12);
        for (int t = 1; t < moving.length; t++) {
            moving[t] = moving[t - 1] + errors[t] - 0.5 * errors[t - 1];
        }
        assertThat(Arima.fit(new Arima.Order(0, 1, 1), moving).movingAverage()[0])
                .isCloseTo(-0.5, within(0.05));
    }

    @Test
    void itsCriterionPrefersTheOrderThatMadeTheSeries() {
        var logs = Simulated.autoregression(0.7, 2000, 5);
        var right = Arima.fit(new Arima.Order(1, 0, 0), logs);
        for (var other : List.of(new Arima.Order(0, 1, 0), new Arima.Order(0, 1, 1), new Arima.Order(1, 1, 0))) {
            assertThat(right.criterion()).isLessThan(Arima.fit(other, logs).criterion());
        }
    }

    @Test
    void aLevelReturnsToItsMeanAndItsUncertaintyLevelsOff() {
        var logs = Simulated.autoregression(0.7, 500, 7);
        var fitted = Arima.fit(new Arima.Order(1, 0, 0), logs);
        double persistence = fitted.autoregression()[0];
        var ahead = fitted.ahead(60);
        double first = ahead.deviation()[0];
        for (int h = 1; h <= 60; h++) {
            double expected = first * Math.sqrt((1 - Math.pow(persistence, 2 * h)) / (1 - persistence * persistence));
            assertThat(ahead.deviation()[h - 1]).isCloseTo(expected, within(1e-9));
        }
        double mean = ahead.mean()[59];
        assertThat(ahead.mean()[0] - mean).isCloseTo(persistence * (logs[499] - mean), within(1e-6));
    }

    @Test
    void aRandomWalkStaysWhereItIsAndGrowsUncertainWithTheRootOfTime() {
        var logs = Simulated.randomWalk(0.1, 100, 2);
        var ahead = Arima.fit(new Arima.Order(0, 1, 0), logs).ahead(9);
        assertThat(ahead.mean()).containsOnly(logs[99]);
        assertThat(ahead.deviation()[8]).isCloseTo(3 * ahead.deviation()[0], within(1e-12));
    }

    @Test
    void wouldHaveSaidEarlierWhatItsErrorsWereThen() {
        var logs = Simulated.autoregression(0.5, 90, 8);
        var fitted = Arima.fit(new Arima.Order(2, 0, 1), logs);
        assertThat(fitted.within(new int[] {89}, 5)[0])
                .containsExactly(fitted.ahead(5).mean());
    }
}
