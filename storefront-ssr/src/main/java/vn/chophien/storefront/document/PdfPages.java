package vn.chophien.storefront.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
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
    private static final float EM = 1000;

    private final PDDocument document = new PDDocument();
    private final PrintedTable table;
    private final PDFont regular;
    private final PDFont bold;
    private PDPageContentStream page;
    private float y;

    private PdfPages(PrintedTable table) throws IOException {
        this.table = table;
        this.regular = font("be-vietnam-pro-400.ttf");
        this.bold = font("be-vietnam-pro-700.ttf");
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

    private void paragraph(String text, PDFont font, float size) throws IOException {
        for (var line : wrapped(text, font, size, WIDTH)) {
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

    private void cells(List<String> cells, PDFont font, float size, boolean heading) throws IOException {
        var top = y - (heading || size == TEXT_SIZE ? PADDING : 0);
        var lowest = top;
        var x = MARGIN;
        for (var index = 0; index < cells.size(); index++) {
            var width = width(index);
            y = top;
            for (var line : wrapped(cells.get(index), font, size, width - 2 * PADDING)) {
                y -= size * LEADING;
                var indent = table.columns().get(index).number() ? width - PADDING - length(line, font, size) : PADDING;
                text(line, font, size, x + indent);
            }
            lowest = Math.min(lowest, y);
            x += width;
        }
        y = lowest - PADDING;
    }

    private float height(List<String> cells, PDFont font, float size) throws IOException {
        var most = 1;
        for (var index = 0; index < cells.size(); index++) {
            most = Math.max(
                    most,
                    wrapped(cells.get(index), font, size, width(index) - 2 * PADDING)
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

    private void text(String line, PDFont font, float size, float x) throws IOException {
        text(page, line, font, size, x, y);
    }

    private static void text(PDPageContentStream on, String line, PDFont font, float size, float x, float y)
            throws IOException {
        on.beginText();
        on.setFont(font, size);
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
                text(foot, printable(table.footer(), regular), regular, DETAIL_SIZE, MARGIN, MARGIN);
                text(foot, number, regular, DETAIL_SIZE, MARGIN + WIDTH - length(number, regular, DETAIL_SIZE), MARGIN);
            }
        }
    }

    /** Broken between words; a word that is too long alone, between letters. */
    private static List<String> wrapped(String text, PDFont font, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : printable(text, font).split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (length(longer, font, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (length(line, font, size) > width && line.length() > 1) {
                var fits = fitting(line, font, size, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private static int fitting(String word, PDFont font, float size, float width) throws IOException {
        var fits = 1;
        while (fits < word.length() && length(word.substring(0, fits + 1), font, size) <= width) {
            fits++;
        }
        return fits;
    }

    private static float length(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / EM * size;
    }

    /** Composed, on one line; what the typeface has no glyph for becomes a question mark. */
    private static String printable(String text, PDFont font) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}]+", " ");
        var printable = new StringBuilder();
        composed.codePoints().forEach(character -> {
            var glyph = Character.toString(character);
            printable.append(has(font, glyph) ? glyph : "?");
        });
        return printable.toString();
    }

    private static boolean has(PDFont font, String glyph) {
        try {
            font.encode(glyph);
            return true;
        } catch (IllegalArgumentException | IOException none) {
            return false;
        }
    }

    private PDFont font(String file) throws IOException {
        try (var resource = Objects.requireNonNull(PdfPages.class.getResourceAsStream(file), file)) {
            return PDType0Font.load(document, resource, true);
        }
    }
}
