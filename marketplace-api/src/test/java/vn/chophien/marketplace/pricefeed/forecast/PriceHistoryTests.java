package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.Frequency;

class PriceHistoryTests {
    @Test
    void holesRepeatTheLastPriceAndAreCounted() {
        var history = PriceHistory.of(
                Frequency.DAILY,
                new TreeMap<>(Map.of(
                        LocalDate.of(2026, 11, 19), 10.0,
                        LocalDate.of(2026, 11, 20), 20.0,
                        LocalDate.of(2026, 11, 24), 40.0)));
        assertThat(history.logs()).containsExactly(Math.log(10), Math.log(20), Math.log(20), Math.log(40));
        assertThat(history.observedShare(100)).isEqualTo(0.75);
        assertThat(history.observedShare(2)).isEqualTo(0.5);
        assertThat(history.last()).isEqualTo("2026-11-24");
    }

    @Test
    void theLastQuoteWithinAStepCounts() {
        var history = PriceHistory.of(
                Frequency.MONTHLY,
                new TreeMap<>(Map.of(
                        LocalDate.of(2026, 9, 1), 10.0,
                        LocalDate.of(2026, 10, 7), 20.0,
                        LocalDate.of(2026, 10, 30), 30.0)));
        assertThat(history.logs()).containsExactly(Math.log(10), Math.log(30));
        assertThat(history.dateAhead(1)).isEqualTo("2026-11-01");
    }

    @Test
    void whatIsLongGoneIsLeftOut() {
        var prices = new TreeMap<LocalDate, Double>();
        prices.put(LocalDate.of(1900, 1, 1), 1.0);
        for (int week = 0; week < 600; week++) {
            prices.put(LocalDate.of(2010, 1, 1).plusWeeks(week), 5.0 + week);
        }
        var history = PriceHistory.of(Frequency.WEEKLY, prices);
        assertThat(history.length()).isEqualTo(520);
        assertThat(history.logs()[0]).isEqualTo(Math.log(85.0));
    }

    @Test
    void anEarlierStateEndsAtItsLastStep() {
        var prices = new TreeMap<LocalDate, Double>();
        for (int month = 0; month < 12; month++) {
            prices.put(LocalDate.of(2025, 1, 1).plusMonths(month), 1.0 + month);
        }
        var earlier = PriceHistory.of(Frequency.MONTHLY, prices).first(5);
        assertThat(earlier.last()).isEqualTo("2025-05-01");
        assertThat(earlier.dateAhead(1)).isEqualTo("2025-06-01");
        assertThat(earlier.logs()).hasSize(5).endsWith(Math.log(5.0));
    }
}
