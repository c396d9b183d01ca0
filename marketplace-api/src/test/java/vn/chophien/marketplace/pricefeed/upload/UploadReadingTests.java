package vn.chophien.marketplace.pricefeed.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PriceSeriesFixture;
import vn.chophien.marketplace.pricefeed.desk.SeriesBand;

class UploadReadingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private static final PriceSeries COFFEE_DAK_LAK =
            PriceSeriesFixture.farmGate(1, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66");
    private static final PriceSeries COFFEE_LAM_DONG =
            PriceSeriesFixture.farmGate(2, PriceSeriesFixture.COFFEE, "Lâm Đồng", "68");
    private static final PriceSeries COFFEE_DAK_NONG =
            PriceSeriesFixture.farmGate(3, PriceSeriesFixture.COFFEE, "Đắk Nông", "68");
    private static final PriceSeries PEPPER =
            PriceSeriesFixture.farmGate(4, PriceSeriesFixture.PEPPER, "Gia Lai", "52");
    private static final PriceSeries RICE_FARM =
            PriceSeriesFixture.farmGate(5, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
    private static final PriceSeries RICE_RETAIL =
            PriceSeriesFixture.retail(6, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
    private static final PriceSeries RI6 = PriceSeriesFixture.farmGate(7, PriceSeriesFixture.RI6, "Đắk Lắk", "66");
    private static final PriceSeries MONTHONG =
            PriceSeriesFixture.farmGate(8, PriceSeriesFixture.MONTHONG, "Đắk Lắk", "66");

    private final PriceHistory history = new PriceHistory();

    @BeforeEach
    void yesterdaysCoffeeIsPublished() {
        history.addPublished(COFFEE_DAK_LAK.id(), YESTERDAY, price("112000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cà phê robusta | Đắk Lắk",
                "ca phe robusta | dak lak",
                "CA-PHE-ROBUSTA | Tỉnh Đắk Lắk",
                "Cà phê         | Đắk Lăk",
                "Robusta coffee | Đắk Lắk"
            })
    void findsTheSeriesUnderTheNamesPeopleUse(String commodity, String place) {
        var row = only("Ngày;Mặt hàng;Khu vực;Giá\n21/11/2026;" + commodity + ";" + place + ";112.500\n");
        assertThat(row.findings()).isEmpty();
        assertThat(row.series()).isEqualTo(COFFEE_DAK_LAK);
        assertThat(row.price()).isEqualTo(price("112500"));
        assertThat(row.validOn()).isEqualTo(TODAY);
    }

    @Test
    void keepsAPlaceThatMergedAwayApartFromItsNewProvince() {
        assertThat(only("date;commodity;place;price\n2026-11-20;Cà phê;Đắk Nông;112000\n")
                        .series())
                .isEqualTo(COFFEE_DAK_NONG);
        assertThat(only("date;commodity;place;price\n2026-11-20;Cà phê;Lâm Đồng;112000\n")
                        .series())
                .isEqualTo(COFFEE_LAM_DONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20;Thanh long;Đắk Lắk;;10000       | commodity | commodity-unknown",
                "2026-11-20;Cà phe robuta;Đắk Lắk;;10000    | commodity | commodity-misspelled",
                "2026-11-20;Sầu riêng;Đắk Lắk;;10000        | commodity | commodity-ambiguous",
                "2026-11-20;;Đắk Lắk;;10000                 | commodity | commodity-missing",
                "2026-11-20;Cà phê;;;10000                  | place     | place-missing",
                "2026-11-20;Cà phê;Cư M'gar;;10000          | place     | place-unknown",
                "2026-11-20;Gạo tẻ;Đắk Lắk;;10000           | series    | series-ambiguous",
                "2026-11-20;Gạo tẻ;Đắk Lắk;bán sỉ lẻ;10000  | stage     | stage-unknown",
                "21/13/2026;Hồ tiêu;Gia Lai;;146.000        | date      | date-malformed",
                "21/11/26;Hồ tiêu;Gia Lai;;146.000          | date      | date-malformed",
                ";Hồ tiêu;Gia Lai;;146.000                  | date      | date-missing",
                "22/11/2026;Hồ tiêu;Gia Lai;;146.000        | date      | date-in-future",
                "22/11/1926;Hồ tiêu;Gia Lai;;146.000        | date      | date-too-old",
                "20/11/2026;Hồ tiêu;Gia Lai;;1,5            | price     | price-ambiguous",
                "20/11/2026;Hồ tiêu;Gia Lai;;/              | price     | nothing-to-repeat"
            })
    void namesTheCellAndTheFault(String line, String column, String code) {
        var row = only("Ngày;Mặt hàng;Khu vực;Khâu;Giá\n" + line + "\n");
        assertThat(row.findings()).extracting(Finding::column, Finding::code).containsExactly(tuple(column, code));
    }

    @Test
    void tellsStagesApartWhenTheTableDoes() {
        assertThat(only("Ngày;Mặt hàng;Khu vực;Khâu;Giá\n20/11/2026;Gạo tẻ;Đắk Lắk;bán lẻ;18.500\n")
                        .series())
                .isEqualTo(RICE_RETAIL);
        assertThat(only("Ngày;Mặt hàng;Khu vực;Khâu;Giá\n20/11/2026;Gạo tẻ;Đắk Lắk;giá tại vườn;9.500\n")
                        .series())
                .isEqualTo(RICE_FARM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "112,5      | nghìn đồng/kg | 112500",
                "11.250.000 | đ/tạ          | 112500",
                "1.125.000  | đ/yến         | 112500",
                "112.500.000| đ/tấn         | 112500",
                "112,5      | triệu đồng/tấn| 112500"
            })
    void convertsIntoTheUnitOfTheSeries(String cell, String unit, String price) {
        var row = only("Ngày;Mặt hàng;Khu vực;Giá;Đơn vị\n21/11/2026;Cà phê;Đắk Lắk;" + cell + ";" + unit + "\n");
        assertThat(row.findings()).isEmpty();
        assertThat(row.price()).isEqualTo(price(price));
    }

    @Test
    void refusesAUnitThatCannotBeConverted() {
        assertThat(codes(only("date;commodity;place;price;unit\n2026-11-20;Cà phê;Đắk Lắk;9000;đ/quả\n")))
                .containsExactly("unit-does-not-fit");
        assertThat(codes(only("date;commodity;place;price;unit\n2026-11-20;Cà phê;Đắk Lắk;9000;đ/thúng\n")))
                .containsExactly("unit-unknown");
    }

    @Test
    void repeatsTheLastPriceForASlash() {
        var row = only("Ngày;Mặt hàng;Khu vực;Giá\n21/11/2026;Cà phê;Đắk Lắk;/\n");
        assertThat(row.price()).isEqualTo(price("112000"));
        assertThat(row.findings()).isEmpty();
    }

    @Test
    void asksAboutAnEmptyPriceAndRepeatsTheLast() {
        var row = only("Ngày;Mặt hàng;Khu vực;Giá\n21/11/2026;Cà phê;Đắk Lắk;\n");
        assertThat(row.price()).isEqualTo(price("112000"));
        assertThat(codes(row)).containsExactly("price-empty");
        assertThat(row.findings()).noneMatch(Finding::isError);
    }

    @Test
    void repeatsAnEarlierDayOfTheSameFileInWhateverOrderItsRowsStand() {
        var rows = rows("""
                Ngày;Mặt hàng;Khu vực;Giá
                21/11/2026;Hồ tiêu;Gia Lai;/
                20/11/2026;Hồ tiêu;Gia Lai;146.000
                """);
        assertThat(rows.getFirst().price()).isEqualTo(price("146000"));
        assertThat(rows).allSatisfy(row -> assertThat(row.findings()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"145600, false", "145601, true", "78400, false", "78399, true"})
    void asksAgainBeyondThirtyPercent(String cell, boolean asks) {
        var row = only("date;commodity;place;price\n2026-11-21;Cà phê;Đắk Lắk;" + cell + "\n");
        assertThat(codes(row)).isEqualTo(asks ? List.of("unusual-change") : List.of());
        assertThat(row.findings()).noneMatch(Finding::isError);
        assertThat(Objects.requireNonNull(row.previous()).price()).isEqualTo(price("112000"));
    }

    @Test
    void asksAgainBeyondWhatTheSeriesUsuallyDoes() {
        history.addBands(Map.of(COFFEE_DAK_LAK.id(), new SeriesBand(0.05)));
        assertThat(codes(only("date;commodity;place;price\n2026-11-21;Cà phê;Đắk Lắk;117000\n")))
                .isEmpty();
        assertThat(codes(only("date;commodity;place;price\n2026-11-21;Cà phê;Đắk Lắk;119000\n")))
                .containsExactly("outside-band");
    }

    @Test
    void saysThatAPublishedPriceIsCorrected() {
        var row = only("date;commodity;place;price\n2026-11-20;Cà phê;Đắk Lắk;113000\n");
        assertThat(codes(row)).containsExactly("corrects-published");
    }

    @Test
    void saysNothingWhenAPublishedPriceIsRepeated() {
        assertThat(only("date;commodity;place;price\n2026-11-20;Cà phê;Đắk Lắk;112000\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void refusesTwoPricesOfOneDay() {
        var rows = rows("""
                date;commodity;place;price
                2026-11-20;Hồ tiêu;Gia Lai;146000
                2026-11-20;Tiêu;Gia Lai;147000
                """);
        assertThat(rows.getFirst().findings()).isEmpty();
        assertThat(rows.getLast().findings())
                .containsExactly(Finding.error(UploadColumn.DATE, "row-twice", Map.of("row", 2)));
    }

    private DraftRow only(String file) {
        var rows = rows(file);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<DraftRow> rows(String file) {
        try {
            var table = PriceTable.read(file.getBytes(StandardCharsets.UTF_8));
            var directory = new SeriesDirectory(
                    List.of(
                            COFFEE_DAK_LAK,
                            COFFEE_LAM_DONG,
                            COFFEE_DAK_NONG,
                            PEPPER,
                            RICE_FARM,
                            RICE_RETAIL,
                            RI6,
                            MONTHONG,
                            PriceSeriesFixture.worldMarket(9, PriceSeriesFixture.COFFEE)),
                    name -> name.equals("Tỉnh Đắk Lắk") ? Optional.of("66") : Optional.empty());
            return new UploadReading(table, 1, directory, TODAY).rows(history);
        } catch (UnreadableFile unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> codes(DraftRow row) {
        return row.findings().stream().map(Finding::code).toList();
    }

    private static Price price(String figure) {
        return Price.point(new BigDecimal(figure));
    }
}
