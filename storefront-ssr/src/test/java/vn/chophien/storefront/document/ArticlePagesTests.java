package vn.chophien.storefront.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.chophien.locales.Language;
import vn.chophien.storefront.document.PrintedArticle.Block;
import vn.chophien.storefront.document.PrintedArticle.Run;

class ArticlePagesTests {
    private static final String SVG = """
            <svg class="chart" viewBox="0 0 720 300" role="img"><title id="t">Giá &amp; giá</title>\
            <path class="chart-grid" d="M60 20H706"/><path class="chart-mark" d="M100 270v5"/>\
            <text class="chart-label" text-anchor="end" x="52" y="24">1.200</text>\
            <path class="chart-band" d="M60 100L400.5 80.2L400.5 120L60 130Z"/>\
            <path class="chart-line" d="M60 110L400.5 90M500 95h0"/><circle class="chart-last" cx="500" cy="95" r="4"/></svg>""";

    @Test
    void setsProseInTheMarketsTypeface() throws IOException {
        try (var document = document(article(List.of(
                new Block.Heading(2, "Tổng quan"),
                new Block.Paragraph(
                        List.of(new Run("Giá là ", false), new Run("112.500 đ/kg", true), new Run(".", false))),
                new Block.Item(0, "•", List.of(new Run("Sầu riêng Ri6 chưa có giá", false))),
                new Block.Grid(List.of("Chuỗi giá", "Giá"), List.of(List.of("Cà phê, Đắk Lắk", "112.500 đ/kg"))),
                new Block.Drawing("Biểu đồ", "Từ 1.100 đến 1.200", SVG))))) {
            assertThat(text(document))
                    .contains("Sở Công Thương · Bản tin số 1", "Bản tin giá", "Bản minh họa", "Tổng quan")
                    .contains("Giá là 112.500 đ/kg.", "Sầu riêng Ri6 chưa có giá", "Cà phê, Đắk Lắk", "1.200", "1 / 1");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Bản tin giá");
        }
    }

    @Test
    void theSameArticleHasTheSameBytes() {
        var blocks = List.<Block>of(new Block.Drawing("Biểu đồ", "Giá", SVG), paragraph("Giá tăng"));
        assertThat(ArticlePages.draw(article(blocks))).isEqualTo(ArticlePages.draw(article(blocks)));
    }

    @Test
    void tellsReadersWhatItsPartsAre() throws IOException {
        try (var document = document(article(List.of(
                new Block.Heading(2, "Tổng quan"),
                paragraph("Giá tăng"),
                new Block.Item(0, "•", List.of(new Run("một", false))),
                new Block.Grid(List.of("A", "B"), List.of(List.of("a", "b"))),
                new Block.Drawing("Biểu đồ", "Từ 1.100 đến 1.200", SVG))))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var kinds = new ArrayList<String>();
            var descriptions = new ArrayList<String>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), kinds, descriptions);
            assertThat(kinds)
                    .startsWith("Document", "P", "H1")
                    .containsSubsequence(
                            "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TH", "TR", "TH", "TD",
                            "Figure");
            assertThat(descriptions).containsExactly("Từ 1.100 đến 1.200");
        }
    }

    @Test
    void turnsThePage() throws IOException {
        var blocks = new ArrayList<Block>();
        for (int index = 1; index <= 60; index++) {
            blocks.add(paragraph("Đoạn số " + index + " " + "giá nông sản ".repeat(12)));
        }
        try (var document = document(article(blocks))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(text(document)).contains("Đoạn số 60", "2 / " + document.getNumberOfPages());
        }
    }

    private static void walk(PDStructureNode node, List<String> kinds, List<String> descriptions) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                if (element.getAlternateDescription() != null) {
                    descriptions.add(element.getAlternateDescription());
                }
                walk(element, kinds, descriptions);
            }
        }
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(new Run(text, false)));
    }

    private static PrintedArticle article(List<Block> blocks) {
        return new PrintedArticle(
                Language.VI,
                "Sở Công Thương · Bản tin số 1",
                "Bản tin giá",
                List.of("Người soạn: Chị Hà"),
                "Bản minh họa",
                blocks,
                "Sở Công Thương",
                Instant.parse("2026-11-22T02:00:00Z"));
    }

    private static PDDocument document(PrintedArticle article) throws IOException {
        return Loader.loadPDF(ArticlePages.draw(article));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }
}
