package vn.chophien.marketplace.payment.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook (XLSX) as lines of text: days first, and numbers without separators. */
final class StatementSheet {

    /** A small file may unpack to an enormous one. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final Pattern NOT_OF_DATES = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern OF_DATES = Pattern.compile("(?i).*[ymdh].*");
    private static final int FIRST_BUILT_IN_DATE = 14;
    private static final int LAST_BUILT_IN_DATE = 22;

    private StatementSheet() {}

    static boolean isWorkbook(byte[] content) {
        return content.length >= ZIP.length && Arrays.equals(content, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    /** @throws TransferProblem {@code unreadable-statement} when it is no workbook after all, or a monstrous one */
    static List<StatementLine> read(byte[] content) {
        try {
            refuseMonsters(content);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                    var rows = workbook.getFirstSheet().openStream()) {
                return rows.map(StatementSheet::line).toList();
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException unreadable) {
            throw TransferProblem.unreadable();
        }
    }

    private static void refuseMonsters(byte[] content) throws IOException {
        var left = MOST_BYTES;
        var buffer = new byte[8192];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var packed = zip.getInputStream(entry)) {
                    for (var read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw new IOException("More than " + MOST_BYTES + " bytes unpacked");
                        }
                    }
                }
            }
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
