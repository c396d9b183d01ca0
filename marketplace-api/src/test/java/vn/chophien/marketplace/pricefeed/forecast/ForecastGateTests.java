package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate.Obstacle;

class ForecastGateTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({"WEEKLY,103,false,false", "WEEKLY,104,true,false", "WEEKLY,155,true,false", "WEEKLY,156,true,true"})
    void threeYearsMayBePublishedAndTwoLookedAt(Frequency frequency, int weeks, boolean preview, boolean publication) {
        var history = weekly(weeks, 1, TODAY);
        assertThat(ForecastGate.PREVIEW.obstacles(history, TODAY).isEmpty()).isEqualTo(preview);
        assertThat(ForecastGate.PUBLICATION.obstacles(history, TODAY).isEmpty()).isEqualTo(publication);
    }

    @Test
    void aHistoryFullOfHolesIsOnlyLookedAt() {
        var history = weekly(201, 2, TODAY);
        assertThat(ForecastGate.PREVIEW.obstacles(history, TODAY)).isEmpty();
        assertThat(ForecastGate.PUBLICATION.obstacles(history, TODAY))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.TOO_MANY_HOLES);
        assertThat(ForecastGate.PREVIEW.obstacles(weekly(201, 4, TODAY), TODAY))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.TOO_MANY_HOLES);
    }

    @ParameterizedTest
    @CsvSource({"109,false", "110,true"})
    void almostSeventyPercentAreNotSeventy(int observed, boolean publication) {
        var prices = new TreeMap<LocalDate, Double>();
        for (int week = 0; week < 156; week++) {
            if (week < observed - 1 || week == 155) {
                prices.put(TODAY.minusWeeks(week), 100.0 + week);
            }
        }
        var history = PriceHistory.of(Frequency.WEEKLY, prices);
        assertThat(ForecastGate.PUBLICATION.obstacles(history, TODAY).isEmpty()).isEqualTo(publication);
    }

    @Test
    void anOldHistoryIsOnlyLookedAt() {
        var history = weekly(200, 1, TODAY.minusWeeks(9));
        assertThat(ForecastGate.PREVIEW.obstacles(history, TODAY)).isEmpty();
        assertThat(ForecastGate.PUBLICATION.obstacles(history, TODAY))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.STALE);
    }

    private static PriceHistory weekly(int weeks, int every, LocalDate last) {
        var prices = new TreeMap<LocalDate, Double>();
        for (int week = 0; week < weeks; week += every) {
            prices.put(last.minusWeeks(week), 100.0 + week);
        }
        return PriceHistory.of(Frequency.WEEKLY, prices);
    }
}
