package vn.chophien.storefront.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * An article to print: prose with tables and drawings under a head. All texts are in the reader's language. The same article
 * has the same bytes, whenever it is printed.
 *
 * @param sender who issues it, above the title
 * @param facts some lines below the title
 * @param warning a line that nobody may overlook; null for none
 * @param footer stands at the foot of every page, before the page number
 * @param issuedAt dates the document
 */
public record PrintedArticle(
        Language language,
        String sender,
        String title,
        List<String> facts,
        @Nullable String warning,
        List<Block> blocks,
        String footer,
        Instant issuedAt) {

    public PrintedArticle {
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    /** What follows one below the other. */
    public sealed interface Block {

        /** @param level 2 for the first below the title */
        record Heading(int level, String text) implements Block {}

        record Paragraph(List<Run> runs) implements Block {}

        /** @param depth 0 for an item of the outermost list */
        record Item(int depth, String mark, List<Run> runs) implements Block {}

        /** A table; every row has as many cells as there are headings. All columns but the first are set to the right. */
        record Grid(List<String> headings, List<List<String>> rows) implements Block {}

        /** @param svg a drawing of lines, circles and labels, as the charts of the market are */
        record Drawing(String caption, String description, String svg) implements Block {}
    }

    /** A stretch of text in one weight. */
    public record Run(String text, boolean bold) {}
}
