package vn.chophien.storefront.document;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import vn.chophien.storefront.document.PrintedArticle.Block;
import vn.chophien.storefront.document.PrintedArticle.Run;

/** Sets an article on A4 pages. */
final class ArticlePages implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 28;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float TITLE = 19;
    private static final float LEADING = 1.45f;
    private static final float GAP = 8;
    private static final float PADDING = 4;
    private static final float INDENT = 14;
    private static final float FIRST_COLUMN = 2.3f;
    private static final float SECOND_COLUMN = 1.4f;
    private static final Color INK = new Color(0x20, 0x1c, 0x18);
    private static final Color MUTED = new Color(0x55, 0x50, 0x48);
    private static final Color LINE = new Color(0xbb, 0xb5, 0xa9);
    private static final Color ACCENT = new Color(0x8f, 0x23, 0x18);

    private final TaggedPages pages = new TaggedPages();
    private final Typeface regular;
    private final Typeface bold;
    private float y = TOP;

    private ArticlePages() throws IOException {
        regular = Typeface.regular(pages.document());
        bold = Typeface.bold(pages.document());
    }

    /** Takes a moment and reads files: not for an event loop. */
    static byte[] draw(PrintedArticle article) {
        try (var set = new ArticlePages()) {
            return set.set(article);
        } catch (IOException impossible) {
            throw new UncheckedIOException("The typeface is on the class path and the document in memory", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }

    private record Style(float size, Color color) {}

    private byte[] set(PrintedArticle article) throws IOException {
        head(article);
        PDStructureElement list = null;
        for (var block : article.blocks()) {
            list = block instanceof Block.Item ? list == null ? TaggedPages.within(pages.article(), "L") : list : null;
            block(block, list == null ? pages.article() : list);
        }
        return pages.finish(
                article.title(),
                article.language().tag(),
                article.issuedAt(),
                (content, number, count) -> foot(content, article.footer(), number + " / " + count));
    }

    private void head(PrintedArticle article) throws IOException {
        prose("P", List.of(new Run(article.sender(), true)), new Style(TEXT, ACCENT), 0);
        y -= PADDING;
        pages.decorate(content -> rule(content, ACCENT, 1.5f));
        y -= GAP;
        prose("H1", List.of(new Run(article.title(), true)), new Style(TITLE, INK), 0);
        y -= PADDING;
        for (var fact : article.facts()) {
            prose("P", List.of(new Run(fact, false)), new Style(SMALL, MUTED), 0);
        }
        var warning = article.warning();
        if (warning != null) {
            y -= GAP;
            prose("P", List.of(new Run(warning, true)), new Style(TEXT, ACCENT), 0);
        }
        y -= GAP;
    }

    private void block(Block block, PDStructureElement parent) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> {
                prose("P", paragraph.runs(), new Style(TEXT, INK), 0);
                y -= GAP;
            }
            case Block.Item item -> item(item, parent);
            case Block.Grid grid -> grid(grid);
            case Block.Drawing drawing -> drawing(drawing);
        }
    }

    private void heading(Block.Heading heading) throws IOException {
        var size = heading.level() <= 2 ? 14f : 11.5f;
        // A heading at the foot of a page would stand without its text.
        room(size * LEADING + 3 * TEXT * LEADING);
        y -= GAP;
        prose("H" + Math.min(heading.level(), 6), List.of(new Run(heading.text(), true)), new Style(size, INK), 0);
        y -= PADDING;
    }

    private void item(Block.Item item, PDStructureElement list) throws IOException {
        var whole = TaggedPages.within(list, "LI");
        var indent = INDENT * (item.depth() + 1);
        room(TEXT * LEADING);
        var mark = regular.printable(item.mark());
        var baseline = y - TEXT * LEADING;
        pages.draw(
                TaggedPages.within(whole, "Lbl"),
                content -> text(content, mark, regular, new Style(TEXT, MUTED), MARGIN + indent - INDENT, baseline));
        lines(TaggedPages.within(whole, "LBody"), item.runs(), new Style(TEXT, INK), indent);
        y -= PADDING;
    }

    private void prose(String kind, List<Run> runs, Style style, float indent) throws IOException {
        lines(TaggedPages.within(pages.article(), kind), runs, style, indent);
    }

    private record Word(String text, Typeface typeface, boolean spaced) {}

    /** Sets runs of different weights in lines of one width. */
    private void lines(PDStructureElement element, List<Run> runs, Style style, float indent) throws IOException {
        var line = new ArrayList<Word>();
        float used = 0;
        for (var word : words(runs, style, WIDTH - indent)) {
            float length = word.typeface().length(word.text(), style.size());
            float space = word.spaced() && !line.isEmpty() ? word.typeface().length(" ", style.size()) : 0;
            if (!line.isEmpty() && used + space + length > WIDTH - indent) {
                line(element, line, style, indent);
                line.clear();
                used = 0;
                space = 0;
            }
            line.add(word);
            used += space + length;
        }
        if (!line.isEmpty()) {
            line(element, line, style, indent);
        }
    }

    /** Words that are too long for a line alone come in pieces. */
    private List<Word> words(List<Run> runs, Style style, float width) throws IOException {
        var words = new ArrayList<Word>();
        var spaced = false;
        for (var run : runs) {
            var typeface = run.bold() ? bold : regular;
            var text = typeface.printable(run.text());
            spaced |= text.startsWith(" ");
            for (var part : text.strip().split(" +")) {
                for (var piece : typeface.wrapped(part, style.size(), width)) {
                    if (!piece.isEmpty()) {
                        words.add(new Word(piece, typeface, spaced));
                        spaced = false;
                    }
                }
                spaced = true;
            }
            spaced = text.endsWith(" ");
        }
        return words;
    }

    private void line(PDStructureElement element, List<Word> line, Style style, float indent) throws IOException {
        room(style.size() * LEADING);
        y -= style.size() * LEADING;
        var words = List.copyOf(line);
        pages.draw(element, content -> {
            content.beginText();
            content.setNonStrokingColor(style.color());
            content.newLineAtOffset(MARGIN + indent, y);
            for (int index = 0; index < words.size(); index++) {
                var word = words.get(index);
                content.setFont(word.typeface().font(), style.size());
                content.showText(index > 0 && word.spaced() ? " " + word.text() : word.text());
            }
            // Lines are read out as one text.
            content.showText(" ");
            content.endText();
        });
    }

    private void grid(Block.Grid grid) throws IOException {
        var table = TaggedPages.within(pages.article(), "Table");
        row(table, grid.headings(), true);
        for (var row : grid.rows()) {
            if (y - height(row) < BOTTOM) {
                turn();
                row(table, grid.headings(), true);
            }
            row(table, row, false);
        }
        y -= GAP;
    }

    private void row(PDStructureElement table, List<String> cells, boolean heading) throws IOException {
        if (y - height(cells) < BOTTOM) {
            turn();
        }
        var row = TaggedPages.within(table, "TR");
        var typeface = heading ? bold : regular;
        var top = y - PADDING;
        var x = MARGIN;
        var lowest = top;
        for (int index = 0; index < cells.size(); index++) {
            var width = width(index, cells.size());
            var cell = TaggedPages.within(row, heading || index == 0 ? "TH" : "TD");
            y = top;
            for (var line : typeface.wrapped(cells.get(index), SMALL, width - 2 * PADDING)) {
                y -= SMALL * LEADING;
                var left = index == 0 ? x + PADDING : x + width - PADDING - typeface.length(line, SMALL);
                var baseline = y;
                pages.draw(cell, content -> text(content, line, typeface, new Style(SMALL, INK), left, baseline));
            }
            lowest = Math.min(lowest, y);
            x += width;
        }
        y = lowest - PADDING;
        pages.decorate(content -> rule(content, heading ? INK : LINE, heading ? 1 : 0.5f));
    }

    private float height(List<String> cells) throws IOException {
        var most = 1;
        for (int index = 0; index < cells.size(); index++) {
            var lines = bold.wrapped(cells.get(index), SMALL, width(index, cells.size()) - 2 * PADDING);
            most = Math.max(most, lines.size());
        }
        return most * SMALL * LEADING + 2 * PADDING;
    }

    /** The first names the row, the second is the figure that matters most. */
    private static float width(int column, int columns) {
        var whole = columns == 1 ? FIRST_COLUMN : columns - 2 + FIRST_COLUMN + SECOND_COLUMN;
        return WIDTH * (column == 0 ? FIRST_COLUMN : column == 1 ? SECOND_COLUMN : 1) / whole;
    }

    private void drawing(Block.Drawing drawing) throws IOException {
        var height = ChartDrawing.height(drawing.svg(), WIDTH);
        room(height + TEXT * LEADING + 2 * GAP);
        prose("P", List.of(new Run(drawing.caption(), true)), new Style(SMALL, MUTED), 0);
        y -= PADDING;
        var figure = TaggedPages.within(pages.article(), "Figure");
        figure.setAlternateDescription(drawing.description());
        var top = y;
        pages.draw(figure, content -> ChartDrawing.draw(content, regular, drawing.svg(), MARGIN, top, WIDTH));
        y -= height + GAP;
    }

    private void room(float needed) throws IOException {
        if (y - needed < BOTTOM) {
            turn();
        }
    }

    private void turn() throws IOException {
        pages.turn();
        y = TOP;
    }

    private void rule(PDPageContentStream content, Color color, float thickness) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(thickness);
        content.moveTo(MARGIN, y);
        content.lineTo(MARGIN + WIDTH, y);
        content.stroke();
    }

    private void foot(PDPageContentStream content, String footer, String number) throws IOException {
        var style = new Style(SMALL, MUTED);
        var size =
                Math.min(SMALL, SMALL * (WIDTH - 60) / Math.max(1, regular.length(regular.printable(footer), SMALL)));
        text(content, regular.printable(footer), regular, new Style(size, MUTED), MARGIN, MARGIN);
        text(content, number, regular, style, MARGIN + WIDTH - regular.length(number, SMALL), MARGIN);
    }

    private static void text(PDPageContentStream content, String line, Typeface typeface, Style style, float x, float y)
            throws IOException {
        content.beginText();
        content.setNonStrokingColor(style.color());
        content.setFont(typeface.font(), style.size());
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
    }
}
