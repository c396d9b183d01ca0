package vn.chophien.marketplace.pricefeed.upload;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.workbook.SentWorkbook;

/**
 * The first sheet of a workbook (XLSX) that has cells. Formulas are not calculated: what counts is the value the spreadsheet
 * program last saw and the officer with it.
 */
final class WorkbookLines {
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final int MOST_COLUMNS = 200;
    private static final int DECIMALS = 10;
    private static final int GROUP = 3;
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern NOT_OF_DATES = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern OF_DATES = Pattern.compile("(?i).*[ymd].*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,2})?");
    private static final int FIRST_BUILT_IN_DATE = 14;
    private static final int LAST_BUILT_IN_DATE = 17;

    private WorkbookLines() {}

    static List<TableLines.Line> read(byte[] bytes) throws UnreadableFile {
        try {
            return SentWorkbook.read(bytes, MOST_BYTES, WorkbookLines::lines);
        } catch (IOException unreadable) {
            throw new UnreadableFile("workbook-unreadable", Map.of());
        }
    }

    private static List<TableLines.Line> lines(ReadableWorkbook workbook) throws IOException {
        for (var sheet : workbook.getSheets().toList()) {
            try (var rows = sheet.openStream()) {
                var lines = rows.limit(TableLines.MOST_LINES + 2L)
                        .map(WorkbookLines::line)
                        .toList();
                if (!lines.stream().allMatch(TableLines.Line::isBlank)) {
                    return lines;
                }
            }
        }
        return List.of();
    }

    private static TableLines.Line line(Row row) {
        var cells = new ArrayList<String>();
        for (int at = 0; at < Math.min(row.getCellCount(), MOST_COLUMNS); at++) {
            cells.add(text(row.getOptionalCell(at).orElse(null)));
        }
        return new TableLines.Line(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        if (cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && NUMBER.matcher(raw).matches()) {
            return cell.getType() == CellType.NUMBER && isDate(cell)
                    ? DAY_FIRST.format(cell.asDate())
                    : plain(new BigDecimal(raw));
        }
        var text = cell.getType() == CellType.FORMULA ? raw : Objects.requireNonNullElse(cell.getText(), "");
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** As price tables are typed, and never with exactly three decimals: those would look like thousands. */
    private static String plain(BigDecimal number) {
        var rounded = number.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        var whole = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        return (whole.scale() == GROUP ? whole.setScale(GROUP + 1) : whole)
                .toPlainString()
                .replace('.', ',');
    }

    private static boolean isDate(Cell cell) {
        var id = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
        var format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
        return id >= FIRST_BUILT_IN_DATE && id <= LAST_BUILT_IN_DATE
                || OF_DATES.matcher(NOT_OF_DATES.matcher(format).replaceAll("")).matches();
    }
}
