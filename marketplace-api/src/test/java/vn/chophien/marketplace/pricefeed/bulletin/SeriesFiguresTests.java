package vn.chophien.marketplace.pricefeed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chophien.marketplace.pricefeed.bulletin.PriceLines.TO;
import static vn.chophien.marketplace.pricefeed.bulletin.PriceLines.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PriceSeriesFixture;

class SeriesFiguresTests {
    private static final PriceSeries RICE = PriceSeriesFixture.farmGate(1, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
    private static final PriceSeries WORLD = PriceSeriesFixture.worldMarket(2, PriceSeriesFixture.RICE);

    @Test
    void comparesWithThePriceOfAWeekBefore() {
        var figures = PriceLines.of(
                RICE, on(TO.minusDays(10), 90), on(TO.minusDays(7), 100), on(TO.minusDays(3), 120), on(TO, 110));
        var change = figures.change(Span.days(7)).orElseThrow();
        assertThat(change.amount()).isEqualByComparingTo("10");
        assertThat(change.ratio()).isEqualByComparingTo("0.1");
        assertThat(figures.change(Span.LAST).orElseThrow().amount()).isEqualByComparingTo("-10");
    }

    @Test
    void aPriceOfLongBeforeSaysNothingOfLastWeek() {
        var figures = PriceLines.of(RICE, on(TO.minusDays(30), 90), on(TO, 110));
        assertThat(figures.change(Span.days(7))).isEmpty();
        assertThat(figures.change(Span.LAST)).isPresent();
        assertThat(figures.change(Span.YEAR)).isEmpty();
    }

    @Test
    void aMonthsAverageSaysNothingOfAWeek() {
        var figures = PriceLines.of(WORLD, on(LocalDate.of(2026, 9, 1), 90), on(LocalDate.of(2026, 10, 1), 99));
        assertThat(figures.change(Span.days(7))).isEmpty();
        assertThat(figures.change(Span.months(1)).orElseThrow().ratio()).isEqualByComparingTo("0.1");
    }

    @Test
    void whatDidNotComeInThePeriodDidNotMove() {
        var scope = Scope.of(Period.WEEK, TO, 1, List.of(1));
        var late = PriceLines.of(RICE, on(TO.minusDays(15), 90), on(TO.minusDays(8), 110));
        assertThat(late.change(Span.days(7))).isPresent();
        assertThat(late.changeIn(scope, Span.days(7))).isEmpty();
    }

    @Test
    void anOldPriceIsNoLastPrice() {
        assertThat(PriceLines.of(RICE, on(TO.minusDays(46), 90)).last()).isEmpty();
        assertThat(PriceLines.of(RICE, on(TO.minusDays(44), 90)).last()).isPresent();
    }

    @Test
    void isLateWithoutAPriceInThePeriod() {
        var monday = TO.minusDays(6);
        assertThat(PriceLines.of(RICE, on(monday, 90)).isLate(monday)).isFalse();
        assertThat(PriceLines.of(RICE, on(monday.minusDays(1), 90)).isLate(monday))
                .isTrue();
        assertThat(PriceLines.of(RICE).isLate(monday)).isTrue();
        assertThat(PriceLines.of(WORLD, on(LocalDate.of(2026, 9, 1), 90)).isLate(monday))
                .isFalse();
        assertThat(PriceLines.of(WORLD, on(LocalDate.of(2026, 8, 1), 90)).isLate(monday))
                .isTrue();
    }

    @Test
    void theHighestAndLowestAreEndsOfRanges() {
        var figures = PriceLines.of(
                RICE,
                on(TO.minusDays(2), new Price(BigDecimal.valueOf(80), BigDecimal.valueOf(130))),
                on(TO.minusDays(1), 120),
                on(TO, 90));
        assertThat(figures.highest(Span.days(7)).orElseThrow().validOn()).isEqualTo(TO.minusDays(2));
        assertThat(figures.lowest(Span.days(7)).orElseThrow().price().min()).isEqualByComparingTo("80");
        assertThat(figures.average(Span.days(7)))
                .hasValueSatisfying(mean -> assertThat(mean).isEqualByComparingTo("105"));
    }

    @Test
    void theSeasonIsTheUsualLevelOfTheMonth() {
        // November is a tenth above the other months, so 9.09 % above the year's mean.
        var figures = PriceLines.daily(
                RICE, LocalDate.of(2021, 1, 1), TO, day -> day.getMonthValue() == 11 ? 11_000 : 10_000);
        assertThat(figures.season())
                .hasValueSatisfying(
                        ratio -> assertThat(ratio).isBetween(new BigDecimal("0.0909"), new BigDecimal("0.0911")));
        assertThat(PriceLines.daily(RICE, LocalDate.of(2024, 1, 1), TO, day -> 1)
                        .season())
                .as("two full years are no rule")
                .isEmpty();
    }
}
