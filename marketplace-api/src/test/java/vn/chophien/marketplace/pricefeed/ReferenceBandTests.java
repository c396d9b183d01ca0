package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceBandTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Quote quote(PriceSeries series, LocalDate day, String low, String high) {
        return new Quote(
                series,
                List.of(new Observation(
                        day,
                        new Price(new BigDecimal(low), new BigDecimal(high)),
                        Status.FINAL,
                        Remark.NONE,
                        1,
                        Instant.EPOCH)));
    }

    private static final Quote DAK_LAK = quote(
            PriceSeriesFixture.farmGate(1, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66"), TODAY, "118000", "118500");
    private static final Quote GIA_LAI = quote(
            PriceSeriesFixture.farmGate(2, PriceSeriesFixture.COFFEE, "Gia Lai", "52"),
            TODAY.minusDays(1),
            "117000",
            "117000");

    @Test
    void spansWhatThePlacesOfAStageQuote() {
        var bands = ReferenceBand.of(
                List.of(
                        DAK_LAK,
                        GIA_LAI,
                        quote(
                                PriceSeriesFixture.retail(3, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66"),
                                TODAY,
                                "130000",
                                "140000")),
                null);
        assertThat(bands).hasSize(2);
        var farm = bands.getFirst();
        assertThat(farm.stage()).isEqualTo(Stage.FARM_GATE);
        assertThat(farm.low()).isEqualByComparingTo("117000");
        assertThat(farm.high()).isEqualByComparingTo("118500");
        assertThat(farm.first()).isEqualTo(TODAY.minusDays(1));
        assertThat(farm.last()).isEqualTo(TODAY);
        assertThat(farm.local()).isFalse();
        assertThat(bands.getLast().stage()).isEqualTo(Stage.RETAIL);
    }

    @Test
    void prefersTheProvinceAndSaysSo() {
        var here = ReferenceBand.of(List.of(DAK_LAK, GIA_LAI), "52").getFirst();
        assertThat(here.local()).isTrue();
        assertThat(here.low()).isEqualByComparingTo("117000");
        assertThat(here.high()).isEqualByComparingTo("117000");
        var elsewhere = ReferenceBand.of(List.of(DAK_LAK, GIA_LAI), "20").getFirst();
        assertThat(elsewhere.local()).isFalse();
        assertThat(elsewhere.series()).hasSize(2);
    }

    @Test
    void aPlaceThatHasNotReportedForAWeekDoesNotStretchIt() {
        var old = quote(
                PriceSeriesFixture.farmGate(4, PriceSeriesFixture.COFFEE, "Lâm Đồng", "68"),
                TODAY.minusDays(30),
                "90000",
                "90000");
        assertThat(ReferenceBand.of(List.of(DAK_LAK, old), null).getFirst().low())
                .isEqualByComparingTo("118000");
        assertThat(ReferenceBand.of(List.of(old), null).getFirst().last()).isEqualTo(TODAY.minusDays(30));
    }

    @Test
    void isByTheKilogramInDongOrNotAtAll() {
        assertThat(ReferenceBand.of(
                        List.of(
                                quote(PriceSeriesFixture.worldMarket(5, PriceSeriesFixture.COFFEE), TODAY, "4", "4"),
                                quote(measured(Measure.PIECE), TODAY, "5000", "6000")),
                        null))
                .isEmpty();
        var quintal = ReferenceBand.of(List.of(quote(measured(Measure.QUINTAL), TODAY, "1200000", "1300000")), null)
                .getFirst();
        assertThat(quintal.low()).isEqualTo(new BigDecimal("12000"));
        assertThat(quintal.high()).isEqualTo(new BigDecimal("13000"));
    }

    private static PriceSeries measured(Measure measure) {
        var series = PriceSeriesFixture.farmGate(6, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
        @Nullable String none = null;
        return new PriceSeries(
                series.id(),
                series.code(),
                series.commodity(),
                none,
                none,
                series.stage(),
                series.provinceCode(),
                series.placeVi(),
                series.placeEn(),
                measure,
                series.currency(),
                series.frequency(),
                series.source(),
                false,
                series.position());
    }
}
