package vn.chophien.storefront.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.storefront.document.PrintedTable.Column;
import vn.chophien.storefront.document.PrintedTable.Row;

class PdfPagesTests {

    private static final List<Column> COLUMNS = List.of(new Column("Ngày", 1, false), new Column("Số tiền", 1, true));

    @Test
    void keepsEveryVietnameseLetter() throws IOException {
        var pangram = "Ắ Ằ Ẳ Ẵ Ặ ấ ầ ẩ ẫ ậ đ Đ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ý ỷ ỹ ỵ ₫ – · •";
        try (var document = document(table(List.of(Row.plain(List.of(pangram, "1.234.567 ₫")))))) {
            assertThat(text(document))
                    .contains("Sao kê tiền bán hàng", "HTX Đồi Gió")
                    .contains("1.234.567 ₫", "ế ề ể ễ ệ", "1 / 1");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sao kê tiền bán hàng");
        }
    }

    @Test
    void turnsThePageAndRepeatsTheHeadings() throws IOException {
        var rows = new ArrayList<Row>();
        for (var index = 1; index <= 120; index++) {
            rows.add(Row.plain(List.of("Dòng số " + index, "1.000")));
        }
        try (var document = document(table(rows))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(text(document).split("Số tiền", -1)).hasSize(document.getNumberOfPages() + 1);
            assertThat(text(document)).contains("Dòng số 120", "1 / " + document.getNumberOfPages());
        }
    }

    @Test
    void breaksWhatIsTooLongAndMarksWhatItCannotDraw() throws IOException {
        var longName = "Nguyễn ".repeat(40).strip();
        try (var document = document(table(
                List.of(Row.plain(List.of(longName, "9".repeat(120))), Row.detail(List.of("中", "\n")))))) {
            assertThat(text(document)).contains("Nguyễn Nguyễn", "?");
        }
    }

    @Test
    void refusesARowThatDoesNotFitTheColumns() {
        assertThatThrownBy(() -> table(List.of(Row.plain(List.of("one"))))).hasMessageContaining("has 2 cells, not 1");
    }

    private static PrintedTable table(List<Row> rows) {
        return new PrintedTable(
                Language.VI, "Sao kê tiền bán hàng", List.of("HTX Đồi Gió"), COLUMNS, rows, "Chợ Phiên");
    }

    private static PDDocument document(PrintedTable table) throws IOException {
        return Loader.loadPDF(PdfPages.draw(table));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }
}
