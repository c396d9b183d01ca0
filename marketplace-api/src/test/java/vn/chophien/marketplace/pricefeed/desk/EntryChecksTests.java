package vn.chophien.marketplace.pricefeed.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PriceSeriesFixture;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.Status;

class EntryChecksTests {
    private static final PriceSeries COFFEE =
            PriceSeriesFixture.farmGate(1, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);

    @ParameterizedTest
    @CsvSource({"130000, false", "130001, true", "70000, false", "69999, true"})
    void moreThanThirtyPercentIsUnusual(long price, boolean unusual) {
        assertThat(flags(Map.of(), entry(FRIDAY, price)).contains(Flag.UNUSUAL_CHANGE))
                .isEqualTo(unusual);
    }

    @ParameterizedTest
    @CsvSource({"105100, false", "105200, true", "95200, false", "95100, true"})
    void aQuietSeriesHasABandOfItsOwn(long price, boolean outside) {
        var quiet = Map.of(1, SeriesBand.ofSteps(0.0));
        assertThat(flags(quiet, entry(FRIDAY, price)).contains(Flag.OUTSIDE_BAND))
                .isEqualTo(outside);
    }

    @Test
    void aBandIsAsExactAsPricesAreQuoted() {
        var quiet = SeriesBand.ofSteps(0.0);
        var coffee = Price.point(BigDecimal.valueOf(68_500));
        assertThat(quiet.low(coffee)).isEqualByComparingTo("65159");
        assertThat(quiet.high(coffee)).isEqualByComparingTo("72013");
        assertThat(quiet.low(Price.point(new BigDecimal("3.67")))).isEqualByComparingTo("3.4910");
    }

    @Test
    void aRestlessSeriesHasAWiderOne() {
        var restless = Map.of(1, SeriesBand.ofSteps(0.06));
        assertThat(flags(restless, entry(FRIDAY, 112_000))).isEmpty();
        assertThat(flags(restless, entry(FRIDAY, 113_000))).containsExactly(Flag.OUTSIDE_BAND);
    }

    @Test
    void daysOfOneSetAreComparedWithEachOther() {
        var checks = new EntryChecks(Map.of());
        checks.addPublished(1, THURSDAY, Price.point(BigDecimal.valueOf(100_000)), Status.FINAL, Remark.NONE);
        var checked = checks.check(List.of(entry(FRIDAY.plusDays(3), 160_000), entry(FRIDAY, 130_000)));
        assertThat(checked.getFirst().flags()).isEmpty();
        var previous = checked.getFirst().previous();
        assertThat(previous).isNotNull();
        assertThat(previous.validOn()).isEqualTo(FRIDAY);
    }

    @Test
    void whatIsPublicIsRepeatedCorrectedOrWithdrawn() {
        assertThat(flags(Map.of(), entry(THURSDAY, 100_000))).containsExactly(Flag.REPEATS_PUBLISHED);
        assertThat(flags(Map.of(), entry(THURSDAY, 101_000))).containsExactly(Flag.CORRECTS_PUBLISHED);
        assertThat(flags(Map.of(), preliminary(THURSDAY, 100_000))).containsExactly(Flag.CORRECTS_PUBLISHED);
        assertThat(flags(Map.of(), withdrawal(THURSDAY))).containsExactly(Flag.WITHDRAWS_PUBLISHED);
        assertThat(flags(Map.of(), withdrawal(FRIDAY))).containsExactly(Flag.NOTHING_TO_WITHDRAW);
    }

    private static List<Flag> flags(Map<Integer, SeriesBand> bands, DeskEntry entry) {
        var checks = new EntryChecks(bands);
        checks.addPublished(1, THURSDAY, Price.point(BigDecimal.valueOf(100_000)), Status.FINAL, Remark.NONE);
        return checks.check(List.of(entry)).getFirst().flags();
    }

    private static DeskEntry entry(LocalDate day, long price) {
        return DeskEntry.of(COFFEE, day, Price.point(BigDecimal.valueOf(price)), null);
    }

    private static DeskEntry preliminary(LocalDate day, long price) {
        return new DeskEntry(
                COFFEE, day, Price.point(BigDecimal.valueOf(price)), Status.PRELIMINARY, Remark.NONE, null);
    }

    private static DeskEntry withdrawal(LocalDate day) {
        return new DeskEntry(COFFEE, day, null, Status.WITHDRAWN, Remark.NONE.because("Nhầm"), null);
    }
}
