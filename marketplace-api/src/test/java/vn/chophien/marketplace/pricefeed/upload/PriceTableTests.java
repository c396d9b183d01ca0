package vn.chophien.marketplace.pricefeed.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTests {
    private static final String VIETNAMESE = """
            Ngày;Mặt hàng;Khu vực;Giá;Đơn vị;Ghi chú
            21/11/2026;Cà phê robusta;Đắk Lắk;112.500;đ/kg;Tăng 500đ/kg
            """;

    @Test
    void knowsVietnameseHeadings() throws UnreadableFile {
        var row = PriceTable.read(VIETNAMESE.getBytes(StandardCharsets.UTF_8))
                .rows()
                .getFirst();
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.cell(UploadColumn.COMMODITY)).isEqualTo("Cà phê robusta");
        assertThat(row.cell(UploadColumn.PLACE)).isEqualTo("Đắk Lắk");
        assertThat(row.cell(UploadColumn.PRICE)).isEqualTo("112.500");
        assertThat(row.cell(UploadColumn.NOTE)).isEqualTo("Tăng 500đ/kg");
    }

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t'})
    void findsTheDelimiter(char delimiter) throws UnreadableFile {
        var file = "date,series,price\n2026-11-20,A,\"47,500\"\n".replace(',', delimiter);
        var row = PriceTable.read(file.getBytes(StandardCharsets.UTF_8)).rows().getFirst();
        assertThat(row.cell(UploadColumn.SERIES)).isEqualTo("A");
        assertThat(row.misfit()).isEqualTo(PriceTable.Misfit.NONE);
    }

    @Test
    void readsEveryUnicodeEncodingASpreadsheetSaves() throws UnreadableFile {
        var marked = "\ufeff" + VIETNAMESE;
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(PriceTable.read(marked.getBytes(charset)).headings())
                    .as(charset.name())
                    .containsKey(UploadColumn.DATE);
        }
    }

    @Test
    void readsDecomposedLetters() throws UnreadableFile {
        var decomposed = Normalizer.normalize(VIETNAMESE, Normalizer.Form.NFD);
        var row = PriceTable.read(decomposed.getBytes(StandardCharsets.UTF_8))
                .rows()
                .getFirst();
        assertThat(row.cell(UploadColumn.COMMODITY)).isEqualTo("Cà phê robusta");
    }

    @Test
    void takesTheUnitFromThePriceHeading() throws UnreadableFile {
        var file = "Ngày;Mặt hàng;Giá (nghìn đồng/kg)\n21/11/2026;Hồ tiêu;146\n";
        assertThat(PriceTable.read(file.getBytes(StandardCharsets.UTF_8))
                        .rows()
                        .getFirst()
                        .unit())
                .hasValueSatisfying(unit -> assertThat(unit.multiple()).isEqualByComparingTo("1000"));
    }

    @Test
    void keepsRowNumbersOfTheSpreadsheetAcrossEmptyRows() throws UnreadableFile {
        var file = "date;series;price\n2026-11-20;A;1000\n;;\n\n2026-11-20;B;2000\n";
        assertThat(PriceTable.read(file.getBytes(StandardCharsets.UTF_8)).rows())
                .extracting(PriceTable.Row::number)
                .containsExactly(2, 5);
    }

    @Test
    void noticesAPriceThatFellApartAtItsComma() throws UnreadableFile {
        var file = "date,series,price\n2026-11-20,A,47,500\n";
        assertThat(PriceTable.read(file.getBytes(StandardCharsets.UTF_8))
                        .rows()
                        .getFirst()
                        .misfit())
                .isEqualTo(PriceTable.Misfit.TOO_MANY_CELLS);
    }

    @Test
    void namesColumnsItDoesNotUse() throws UnreadableFile {
        var file = "STT;Ngày;Mặt hàng;Giá;Thời tiết\n1;21/11/2026;Hồ tiêu;146.000;nắng\n";
        assertThat(PriceTable.read(file.getBytes(StandardCharsets.UTF_8)).unused())
                .containsExactly("Thời tiết");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThat(codeFor("")).isEqualTo("file-empty");
        assertThat(codeFor("date;series;price\n")).isEqualTo("file-empty");
        assertThat(codeFor("tên;tuổi\nAn;30\n")).isEqualTo("columns-missing");
        assertThat(codeFor("date;series;price;giá\n2026-11-20;A;1;2\n")).isEqualTo("column-twice");
        assertThat(codeFor("date;series;price\n\"2026-11-20;A;1\n")).isEqualTo("quotes-broken");
        assertThat(codeFor("date;series;price\n" + "2026-11-20;A;1\n".repeat(PriceTable.MOST_ROWS + 1)))
                .isEqualTo("too-many-rows");
    }

    @Test
    void refusesBytesThatAreNoUnicodeText() {
        assertThat(codeFor("Ngày;Giá\n".getBytes(Charset.forName("windows-1258"))))
                .isEqualTo("not-text");
        assertThat(codeFor(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})).isEqualTo("workbook-unreadable");
    }

    private static String codeFor(String file) {
        return codeFor(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String codeFor(byte[] file) {
        return catchThrowableOfType(UnreadableFile.class, () -> PriceTable.read(file))
                .code();
    }
}
