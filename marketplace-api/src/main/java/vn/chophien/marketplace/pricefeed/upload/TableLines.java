package vn.chophien.marketplace.pricefeed.upload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chophien.marketplace.workbook.SentWorkbook;

/**
 * A file as lines of cells, before anybody knows what they mean.
 *
 * @param workbook whether its cells have names such as {@code B7}
 */
record TableLines(List<Line> lines, boolean workbook) {
    static final int MOST_LINES = 5_000;

    TableLines {
        lines = List.copyOf(lines);
    }

    /** @param number as a spreadsheet counts, from 1 */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static TableLines read(byte[] bytes) throws UnreadableFile {
        var table = SentWorkbook.isOne(bytes)
                ? new TableLines(WorkbookLines.read(bytes), true)
                : new TableLines(DelimitedLines.read(bytes), false);
        if (table.lines().stream().allMatch(Line::isBlank)) {
            throw new UnreadableFile("file-empty", Map.of());
        }
        if (table.lines().size() - 1 > MOST_LINES) {
            throw new UnreadableFile(
                    "too-many-rows", Map.of("rows", table.lines().size() - 1, "most", MOST_LINES));
        }
        return table;
    }

    Optional<Line> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    /** The letters of a column: A, B … Z, AA. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
