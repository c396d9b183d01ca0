package vn.chophien.storefront.document;

import java.util.List;
import vn.chophien.locales.Language;

/**
 * A document: a title, some lines below it, and a table. All texts are in the reader's language.
 *
 * @param footer stands at the foot of every page, before the page number
 */
public record PrintedTable(
        Language language, String title, List<String> facts, List<Column> columns, List<Row> rows, String footer) {

    public PrintedTable {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (var row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("A row has %d cells, not %d"
                        .formatted(columns.size(), row.cells().size()));
            }
        }
    }

    /** @param share of the page's width, in proportion to the other columns */
    public record Column(String heading, float share, boolean number) {}

    /** @param weight how it stands out */
    public record Row(Weight weight, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row plain(List<String> cells) {
            return new Row(Weight.PLAIN, cells);
        }

        public static Row sum(List<String> cells) {
            return new Row(Weight.SUM, cells);
        }

        /** Explains the row above it, smaller and without a line between them. */
        public static Row detail(List<String> cells) {
            return new Row(Weight.DETAIL, cells);
        }
    }

    /** How a row stands out. */
    public enum Weight {
        PLAIN,
        SUM,
        DETAIL
    }
}
