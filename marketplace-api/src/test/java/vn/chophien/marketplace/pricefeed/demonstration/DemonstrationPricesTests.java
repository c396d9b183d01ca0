package vn.chophien.marketplace.pricefeed.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemonstrationPricesTests {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private final DemonstrationPrices coffee = generator("CA-PHE-ROBUSTA.FARM.DAK-LAK");

    @Test
    void aDaysPriceDoesNotDependOnWhenItIsGenerated() {
        var earlier = coffee.until(LAST.minusMonths(3));
        assertThat(coffee.until(LAST).headMap(LAST.minusMonths(3), true)).isEqualTo(earlier);
    }

    @Test
    void coversWorkingDaysUpToTheLast() {
        var days = coffee.until(LAST).keySet();
        assertThat(days).contains(LAST).first().isEqualTo(DemonstrationPrices.START);
        assertThat(days)
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    @Test
    void staysAroundItsLevelInItsSteps() {
        assertThat(coffee.until(LAST).values()).allSatisfy(price -> {
            assertThat(price.middle()).isBetween(new BigDecimal("70000"), new BigDecimal("170000"));
            assertThat(price.middle().remainder(new BigDecimal("100"))).isEqualByComparingTo("0");
        });
    }

    @Test
    void requotesTheSamePriceOnManyDaysButNeverJumps() {
        var prices = new ArrayList<>(coffee.until(LAST).values());
        int same = 0;
        for (int index = 1; index < prices.size(); index++) {
            same += prices.get(index).equals(prices.get(index - 1)) ? 1 : 0;
            assertThat(prices.get(index).changeFrom(prices.get(index - 1)).abs())
                    .isLessThan(new BigDecimal("0.10"));
        }
        assertThat(same).isBetween(prices.size() / 5, prices.size() * 4 / 5);
    }

    @Test
    void neighborsMoveTogetherButAreNotTheSame() {
        var here = coffee.until(LAST);
        var there = generator("CA-PHE-ROBUSTA.FARM.GIA-LAI").until(LAST);
        assertThat(there).isNotEqualTo(here);
        here.forEach((day, price) -> assertThat(
                        price.changeFrom(Objects.requireNonNull(there.get(day))).abs())
                .isLessThan(new BigDecimal("0.08")));
    }

    private static DemonstrationPrices generator(String series) {
        return new DemonstrationPrices(
                new DemonstrationPrices.Profile("CA-PHE-ROBUSTA", series, 112_000, 5, 5, 9, 100, 0));
    }
}
