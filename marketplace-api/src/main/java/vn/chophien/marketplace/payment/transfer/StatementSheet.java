package vn.chophien.marketplace.payment.transfer;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.workbook.SentWorkbook;

/** The first sheet of a workbook (XLSX) as lines of text: days first, and numbers without separators. */
final class StatementSheet {
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final Pattern NOT_OF_DATES = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern OF_DATES = Pattern.compile("(?i).*[ymdh].*");
    private static final int FIRST_BUILT_IN_DATE = 14;
    private static final int LAST_BUILT_IN_DATE = 22;

    private StatementSheet() {}

    /** @throws TransferProblem {@code unreadable-statement} when it is no workbook after all, or a monstrous one */
    static List<StatementLine> read(byte[] content) {
        try {
            return SentWorkbook.read(content, MOST_BYTES, StatementSheet::lines);
        } catch (IOException unreadable) {
            throw TransferProblem.unreadable();
        }
    }

    private static List<StatementLine> lines(ReadableWorkbook workbook) throws IOException {
        try (var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(StatementSheet::line).toList();
        }
    }

    private static StatementLine line(Row row) {
        var cells = new ArrayList<String>();
        for (var at = 0; at < row.getCellCount(); at++) {
            cells.add(text(row.getOptionalCell(at).orElse(null)));
        }
        return new StatementLine(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.ERROR ? "" : Objects.requireNonNullElse(cell.getText(), "");
        }
        return isDate(cell) ? DAY_FIRST.format(cell.asDate()) : plain(cell.asNumber());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        var id = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
        var format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
        return id >= FIRST_BUILT_IN_DATE && id <= LAST_BUILT_IN_DATE
                || OF_DATES.matcher(NOT_OF_DATES.matcher(format).replaceAll("")).matches();
    }
}
