package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.Frequency;

class BacktestTests {
    @Test
    void aSeasonIsForecastBetterThanByTheLastPrice() {
        var history = Simulated.history(
                Frequency.MONTHLY,
                156,
                t -> 100 * Math.exp(0.3 * Math.sin(2 * Math.PI * t / 12) + 0.02 * Math.sin(7.0 * t * t)));
        var accuracy = Objects.requireNonNull(Backtest.of(history, 12));
        assertThat(accuracy.origins()).isEqualTo(6);
        assertThat(accuracy.compared()).isEqualTo(72);
        assertThat(accuracy.comparedWithLastPrice()).isLessThan(0.8);
        assertThat(accuracy.comparedWithLastYear()).isGreaterThan(1);
    }

    @Test
    void whatNeverMovedIsNeverMissed() {
        var accuracy = Objects.requireNonNull(Backtest.of(Simulated.history(Frequency.WEEKLY, 120, t -> 7), 8));
        assertThat(accuracy.meanAbsolutePercentageError()).isCloseTo(0, within(1e-9));
        assertThat(accuracy.comparedWithLastPrice()).isNull();
        assertThat(accuracy.covered80()).isEqualTo(100);
    }

    @Test
    void whatIsTooShortToLookBackHasNoAccuracy() {
        assertThat(Backtest.of(Simulated.history(Frequency.MONTHLY, 45, t -> 7 + t), 12))
                .isNull();
    }
}
