package vn.chophien.marketplace.pricefeed.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.FormerPlace;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PriceSeriesFixture;

/** The messy tables of trade departments, from their cells to prices. */
class LayoutTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final PriceSeries COFFEE_DAK_LAK =
            PriceSeriesFixture.farmGate(1, PriceSeriesFixture.COFFEE, "Đắk Lắk", "66");
    private static final PriceSeries COFFEE_GIA_LAI =
            PriceSeriesFixture.farmGate(2, PriceSeriesFixture.COFFEE, "Gia Lai", "52");
    private static final PriceSeries COFFEE_LAM_DONG =
            PriceSeriesFixture.farmGate(3, PriceSeriesFixture.COFFEE, "Lâm Đồng", "68");
    private static final PriceSeries PEPPER =
            PriceSeriesFixture.farmGate(4, PriceSeriesFixture.PEPPER, "Gia Lai", "52");
    private static final PriceSeries RICE_FARM =
            PriceSeriesFixture.farmGate(5, PriceSeriesFixture.RICE, "Đắk Lắk", "66");
    private static final PriceSeries RICE_RETAIL =
            PriceSeriesFixture.retail(6, PriceSeriesFixture.RICE, "Đắk Lắk", "66");

    private final SeriesDirectory directory = new SeriesDirectory(
            List.of(COFFEE_DAK_LAK, COFFEE_GIA_LAI, COFFEE_LAM_DONG, PEPPER, RICE_FARM, RICE_RETAIL),
            name -> Optional.empty(),
            List.of(
                    new FormerPlace("Bảo Lộc", false, "68"),
                    new FormerPlace("Cư M’gar", false, "66"),
                    new FormerPlace("Đắk Nông", true, "68")));

    @Test
    void placesAsColumnsUnderATitleWithDayAndUnit() throws UnreadableFile {
        var table = csv("""
                SỞ CÔNG THƯƠNG;;;;
                Giá cả thị trường ngày 20/11/2026 (Giá trị tham khảo);;;;
                ĐVT: nghìn đồng/kg;;;;

                TT;Mặt hàng;Đắk Lắk;Gia Lai;Lâm Đồng
                1;Cà phê;112,5;113;-
                2;Hồ tiêu;;146,5;
                """);
        var layout = propose(table);
        assertThat(layout.headingLine()).isEqualTo(5);
        assertThat(layout.columns())
                .extracting(Layout.Meaning::use)
                .containsExactly(
                        Layout.Use.IGNORE,
                        Layout.Use.COMMODITY,
                        Layout.Use.PRICE_OF_PLACE,
                        Layout.Use.PRICE_OF_PLACE,
                        Layout.Use.PRICE_OF_PLACE);
        assertThat(layout.gaps()).isEmpty();
        assertThat(prices(table, layout))
                .containsExactly(
                        Map.entry(COFFEE_DAK_LAK, price("112500")),
                        Map.entry(COFFEE_GIA_LAI, price("113000")),
                        Map.entry(PEPPER, price("146500")));
    }

    @Test
    void aTableOfOneCommodityThatOnlyItsTitleNames() throws UnreadableFile {
        var table = csv("""
                Giá cà phê ngày 20 tháng 11 năm 2026
                Khu vực;Giá thấp nhất (đồng/kg);Giá cao nhất (đồng/kg)
                Đắk Lắk;112,000;112.500
                Gia Lai;111.800;111.800
                """);
        var layout = propose(table);
        assertThat(layout.fixed())
                .containsEntry(UploadColumn.COMMODITY, PriceSeriesFixture.COFFEE.name(Language.VI))
                .containsEntry(UploadColumn.DATE, "2026-11-20");
        assertThat(prices(table, layout))
                .containsExactly(
                        Map.entry(COFFEE_DAK_LAK, new Price(new BigDecimal("112000"), new BigDecimal("112500"))),
                        Map.entry(COFFEE_GIA_LAI, price("111800")));
    }

    @Test
    void stagesAsColumns() throws UnreadableFile {
        var table = csv("""
                Ngày;Tên hàng;Giá thu mua;Giá bán lẻ
                20/11/2026;Gạo tẻ;9.500;18.500
                """);
        assertThat(prices(table, propose(table)))
                .containsExactly(Map.entry(RICE_FARM, price("9500")), Map.entry(RICE_RETAIL, price("18500")));
    }

    @Test
    void oneLineForTwoPlacesAndPlacesOfBeforeTheReform() throws UnreadableFile {
        var table = csv("""
                Bảng giá 20/11/2026
                Mặt hàng;Nơi;Giá
                Cà phê;Gia Lai & Bảo Lộc;112.000
                """);
        var rows = rows(table, propose(table));
        assertThat(rows).extracting(DraftRow::series).containsExactly(COFFEE_GIA_LAI, COFFEE_LAM_DONG);
        assertThat(rows.getLast().findings()).extracting(Finding::code).containsExactly("place-former");
    }

    @Test
    void aMergedCellCountsForTheLinesBelowItAndGroupTitlesForNone() throws UnreadableFile {
        var table = csv("""
                Ngày 20/11/2026
                STT;Mặt hàng;Khu vực;Đơn giá
                I. NÔNG SẢN;;;
                1;Cà phê;Đắk Lắk;112.000
                ;;Gia Lai;111.000
                Ghi chú: giá tham khảo;;;
                """);
        var rows = rows(table, propose(table));
        assertThat(rows).extracting(DraftRow::series).containsExactly(COFFEE_DAK_LAK, COFFEE_GIA_LAI);
        assertThat(rows.getLast().findings()).extracting(Finding::code).containsExactly("commodity-repeated");
    }

    @Test
    void aWorkbookKeepsItsLinesNumbersAndDays() throws UnreadableFile, IOException {
        var table = workbook(sheet -> {
            sheet.value(0, 0, "Giá cà phê");
            sheet.value(3, 0, "Ngày");
            sheet.value(3, 1, "Địa phương");
            sheet.value(3, 2, "Giá (nghìn đồng/kg)");
            sheet.value(4, 0, TODAY);
            sheet.style(4, 0).format("dd/mm/yyyy").set();
            sheet.value(4, 1, "Đắk Lắk");
            sheet.value(4, 2, new BigDecimal("112.125"));
        });
        assertThat(table.workbook()).isTrue();
        var layout = propose(table);
        assertThat(layout.headingLine()).isEqualTo(4);
        var row = rows(table, layout).getFirst();
        assertThat(row.number()).isEqualTo(5);
        assertThat(row.validOn()).isEqualTo(TODAY);
        assertThat(row.price()).isEqualTo(price("112125"));
        assertThat(TableLines.letters(row.priceColumn()) + row.number()).isEqualTo("C5");
    }

    @Test
    void aSmallFileThatUnpacksToAnEnormousOneIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 40; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(catchThrowableOfType(UnreadableFile.class, () -> TableLines.read(bytes.toByteArray()))
                        .code())
                .isEqualTo("workbook-unreadable");
    }

    @Test
    void tomorrowsTableHasTheSameShapeAndAnotherTableHasNot() throws UnreadableFile {
        var today = csv("Giá ngày 20/11/2026\nMặt hàng;Đắk Lắk;Gia Lai\nCà phê;112.000;111.000\n");
        var tomorrow = csv("Sở Công Thương\nGiá ngày 21/11/2026\nMặt hàng;Đắk Lắk;Gia Lai\nHồ tiêu;;146.000\n");
        var other = csv("Giá ngày 20/11/2026\nMặt hàng;Gia Lai;Đắk Lắk\nCà phê;112.000;111.000\n");
        assertThat(propose(today).shape(today))
                .isEqualTo(propose(tomorrow).shape(tomorrow))
                .isNotEqualTo(propose(other).shape(other));
    }

    @Test
    void whereOnlyTheTitleNamesTheCommodityTheTitleIsPartOfTheShape() throws UnreadableFile {
        var coffee = csv("Giá cà phê ngày 20/11/2026\nKhu vực;Giá\nGia Lai;112.000\n");
        var tomorrow = csv("Giá cà phê ngày 21/11/2026\nKhu vực;Giá\nGia Lai;112.500\n");
        var pepper = csv("Giá hồ tiêu ngày 20/11/2026\nKhu vực;Giá\nGia Lai;146.000\n");
        assertThat(propose(coffee).shape(coffee))
                .isEqualTo(propose(tomorrow).shape(tomorrow))
                .isNotEqualTo(propose(pepper).shape(pepper));
    }

    @Test
    void saysWhatTheColumnsLack() {
        var layout = new Layout(
                1,
                List.of(
                        new Layout.Meaning(Layout.Use.PLACE, null),
                        new Layout.Meaning(Layout.Use.PLACE, null),
                        new Layout.Meaning(Layout.Use.PRICE_OF_GRADE, null)),
                Map.of());
        assertThat(layout.gaps())
                .containsExactly(
                        new Layout.Gap("fixed.date", "required"),
                        new Layout.Gap("fixed.commodity", "required"),
                        new Layout.Gap("columns[1].use", "layout-twice"),
                        new Layout.Gap("columns[2].of", "required"));
    }

    @Test
    void namesColumnsAsSpreadsheetsDo() {
        assertThat(TableLines.letters(0)).isEqualTo("A");
        assertThat(TableLines.letters(25)).isEqualTo("Z");
        assertThat(TableLines.letters(26)).isEqualTo("AA");
        assertThat(TableLines.letters(702)).isEqualTo("AAA");
    }

    private Layout propose(TableLines table) {
        return new LayoutProposal(table, directory).propose(null).orElseThrow();
    }

    private List<DraftRow> rows(TableLines table, Layout layout) throws UnreadableFile {
        return new UploadReading(PriceTable.of(table, layout, true), layout.headingLine(), directory, TODAY)
                .rows(new PriceHistory()).stream().filter(DraftRow::hasPrices).toList();
    }

    private List<Map.Entry<PriceSeries, Price>> prices(TableLines table, Layout layout) throws UnreadableFile {
        return rows(table, layout).stream()
                .map(row -> Map.entry(
                        Objects.requireNonNull(
                                row.series(), () -> row.findings().toString()),
                        Objects.requireNonNull(row.price(), () -> row.findings().toString())))
                .toList();
    }

    private static Price price(String figures) {
        return Price.point(new BigDecimal(figures));
    }

    private static TableLines csv(String text) throws UnreadableFile {
        return TableLines.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TableLines workbook(Consumer<Worksheet> fill) throws IOException, UnreadableFile {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Gia"));
        }
        return TableLines.read(bytes.toByteArray());
    }
}
