package vn.chophien.marketplace.pricefeed.forecastrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.forecastrecord.ScoredPoint.Bounds;

/** Figures are worked out by hand in the comments. */
class ScoreTests {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void errorsAreHeldAgainstTheLastPriceAndTheLastYear() {
        // Misses of 10 and 20; the last price misses 20 and 60, the year before 40 and, where there is none, nothing.
        var points = List.of(
                point(1, 200, 180, 240.0, new Bounds(210, 190, 230, 170, 250), null),
                point(2, 240, 180, null, new Bounds(220, 190, 230, 170, 250), null));
        var score = Score.of(points, ScoredPoint::published);
        assertThat(score.compared()).isEqualTo(2);
        assertThat(score.mae()).isCloseTo(15, CLOSE);
        assertThat(score.mape()).isCloseTo((10 / 200.0 + 20 / 240.0) / 2 * 100, CLOSE);
        assertThat(score.relativeToLastPrice()).isCloseTo(30 / 80.0, CLOSE);
        assertThat(score.relativeToLastYear()).isCloseTo(10 / 40.0, CLOSE);
        assertThat(score.coverage80()).isCloseTo(50, CLOSE);
        assertThat(score.coverage95()).isCloseTo(100, CLOSE);
        // Widths of 40, and 2 / 0.2 times the 10 by which 240 lies above 230.
        assertThat(score.intervalScore80()).isCloseTo((40 + 40 + 100) / 2.0, CLOSE);
        assertThat(score.intervalScore95()).isCloseTo(80, CLOSE);
        assertThat(Score.lastPrice(points).mae()).isCloseTo(40, CLOSE);
        assertThat(Objects.requireNonNull(Score.lastYear(points)).compared()).isEqualTo(1);
    }

    @Test
    void aPriceBelowTheBoundsCostsAsMuchAsOneAbove() {
        assertThat(Score.intervalScore(90, 100, 110, 0.05)).isCloseTo(10 + 40 * 10, CLOSE);
        assertThat(Score.intervalScore(120, 100, 110, 0.05)).isCloseTo(10 + 40 * 10, CLOSE);
        assertThat(Score.intervalScore(105, 100, 110, 0.05)).isCloseTo(10, CLOSE);
    }

    @Test
    void pricesThatStandStillLeaveNothingToBeBetterThan() {
        var score = Score.of(
                List.of(point(1, 100, 100, null, new Bounds(101, 99, 103, 98, 104), null)), ScoredPoint::published);
        assertThat(score.relativeToLastPrice()).isNull();
        assertThat(score.relativeToLastYear()).isNull();
    }

    @Test
    void theOfficersFiguresCountWhereThereAreAny() {
        var replaced = point(1, 100, 90, null, new Bounds(120, 110, 130, 100, 140), new Bounds(101, 95, 105, 90, 110));
        assertThat(Score.of(List.of(replaced), ScoredPoint::published).mae()).isCloseTo(1, CLOSE);
        assertThat(Score.of(List.of(replaced), ScoredPoint::model).mae()).isCloseTo(20, CLOSE);
    }

    private static ScoredPoint point(
            int step, double came, double last, @Nullable Double seasonAgo, Bounds model, @Nullable Bounds officer) {
        return new ScoredPoint(1, 1, step, false, came, last, seasonAgo, model, officer);
    }
}
