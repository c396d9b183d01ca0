package vn.chophien.storefront.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.chophien.storefront.document.PrintedTable.Row;
import vn.chophien.storefront.document.PrintedTable.Weight;

/**
 * Sets a table on A4 pages: headings on every page, long cells in several lines, numbers to the right, pages numbered. The glyphs it uses are
 * embedded, so that it looks the same everywhere.
 */
final class PdfPages implements AutoCloseable {

    private static final float MARGIN = 40;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 24;
    private static final float TITLE_SIZE = 16;
    private static final float TEXT_SIZE = 9;
    private static final float DETAIL_SIZE = 8;
    private static final float LEADING = 1.45f;
    private static final float PADDING = 4;
    private static final float THIN = 0.5f;
    private static final float GRAY = 0.35f;

    private final PDDocument document = new PDDocument();
    private final PrintedTable table;
    private final Typeface regular;
    private final Typeface bold;
    private PDPageContentStream page;
    private float y;

    private PdfPages(PrintedTable table) throws IOException {
        this.table = table;
        this.regular = Typeface.regular(document);
        this.bold = Typeface.bold(document);
        this.page = newPage();
    }

    /** Takes a moment and reads files: not for an event loop. */
    static byte[] draw(PrintedTable table) {
        try (var pages = new PdfPages(table)) {
            return pages.draw();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The typeface is on the class path and the document in memory", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private byte[] draw() throws IOException {
        document.getDocumentInformation().setTitle(table.title());
        document.getDocumentCatalog().setLanguage(table.language().tag());
        paragraph(table.title(), bold, TITLE_SIZE);
        y -= PADDING;
        for (var fact : table.facts()) {
            paragraph(fact, regular, TEXT_SIZE);
        }
        y -= 2 * PADDING;
        headings();
        for (var row : table.rows()) {
            row(row);
        }
        page.close();
        number();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private PDPageContentStream newPage() throws IOException {
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = TOP;
        return new PDPageContentStream(document, next);
    }

    private void turn() throws IOException {
        page.close();
        page = newPage();
        headings();
    }

    private void paragraph(String text, Typeface font, float size) throws IOException {
        for (var line : font.wrapped(text, size, WIDTH)) {
            y -= size * LEADING;
            text(line, font, size, MARGIN);
        }
    }

    private void headings() throws IOException {
        cells(table.columns().stream().map(PrintedTable.Column::heading).toList(), bold, TEXT_SIZE, true);
        rule(1);
    }

    private void row(Row row) throws IOException {
        var font = row.weight() == Weight.SUM ? bold : regular;
        var size = row.weight() == Weight.DETAIL ? DETAIL_SIZE : TEXT_SIZE;
        if (y - height(row.cells(), font, size) < BOTTOM) {
            turn();
        } else if (row.weight() != Weight.DETAIL) {
            rule(THIN);
        }
        cells(row.cells(), font, size, false);
    }

    private void cells(List<String> cells, Typeface font, float size, boolean heading) throws IOException {
        var top = y - (heading || size == TEXT_SIZE ? PADDING : 0);
        var lowest = top;
        var x = MARGIN;
        for (var index = 0; index < cells.size(); index++) {
            var width = width(index);
            y = top;
            for (var line : font.wrapped(cells.get(index), size, width - 2 * PADDING)) {
                y -= size * LEADING;
                var indent = table.columns().get(index).number() ? width - PADDING - font.length(line, size) : PADDING;
                text(line, font, size, x + indent);
            }
            lowest = Math.min(lowest, y);
            x += width;
        }
        y = lowest - PADDING;
    }

    private float height(List<String> cells, Typeface font, float size) throws IOException {
        var most = 1;
        for (var index = 0; index < cells.size(); index++) {
            most = Math.max(
                    most,
                    font.wrapped(cells.get(index), size, width(index) - 2 * PADDING)
                            .size());
        }
        return most * size * LEADING + 2 * PADDING;
    }

    private float width(int column) {
        var whole = (float)
                table.columns().stream().mapToDouble(PrintedTable.Column::share).sum();
        return WIDTH * table.columns().get(column).share() / whole;
    }

    private void rule(float thickness) throws IOException {
        page.setLineWidth(thickness);
        page.setStrokingColor(GRAY);
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + WIDTH, y);
        page.stroke();
    }

    private void text(String line, Typeface font, float size, float x) throws IOException {
        text(page, line, font, size, x, y);
    }

    private static void text(PDPageContentStream on, String line, Typeface font, float size, float x, float y)
            throws IOException {
        on.beginText();
        on.setFont(font.font(), size);
        on.newLineAtOffset(x, y);
        on.showText(line);
        on.endText();
    }

    /** How many pages there are is known when the last is set. */
    private void number() throws IOException {
        var count = document.getNumberOfPages();
        for (var index = 0; index < count; index++) {
            try (var foot = new PDPageContentStream(document, document.getPage(index), AppendMode.APPEND, true)) {
                var number = (index + 1) + " / " + count;
                text(foot, regular.printable(table.footer()), regular, DETAIL_SIZE, MARGIN, MARGIN);
                text(foot, number, regular, DETAIL_SIZE, MARGIN + WIDTH - regular.length(number, DETAIL_SIZE), MARGIN);
            }
        }
    }
}
