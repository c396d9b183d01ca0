package vn.chophien.marketplace.pricefeed.upload;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.chophien.marketplace.pricefeed.StatedUnit;

/**
 * An uploaded table, cut into named cells: whatever delimiter, heading language and encoding mark the spreadsheet chose.
 *
 * @param headings each recognized column with the file's own heading, in the file's order
 * @param unused headings that mean nothing to us
 * @param unit the unit that the price column's heading names in brackets
 */
record PriceTable(Map<UploadColumn, String> headings, List<String> unused, Optional<StatedUnit> unit, List<Row> rows) {
    static final int MOST_ROWS = 5_000;

    private static final char[] DELIMITERS = {';', ',', '\t'};
    private static final int LONGEST_CELL = 500;

    /** One row; the number is the spreadsheet's, where the heading is row 1. */
    record Row(int number, Map<UploadColumn, String> cells, Misfit misfit) {
        String cell(UploadColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** How a row breaks the shape of the table. */
    enum Misfit {
        NONE,
        TOO_MANY_CELLS,
        CELL_TOO_LONG
    }

    static PriceTable read(byte[] bytes) throws UnreadableFile {
        var text = Normalizer.normalize(decode(bytes), Normalizer.Form.NFC);
        if (text.isBlank()) {
            throw new UnreadableFile("file-empty", Map.of());
        }
        var records = records(text, delimiter(text));
        return table(records);
    }

    private static PriceTable table(List<CSVRecord> records) throws UnreadableFile {
        if (records.size() - 1 > MOST_ROWS) {
            throw new UnreadableFile("too-many-rows", Map.of("rows", records.size() - 1, "most", MOST_ROWS));
        }
        var columns = new ArrayList<Optional<UploadColumn>>();
        var headings = new LinkedHashMap<UploadColumn, String>();
        var unused = new ArrayList<String>();
        for (var heading : records.getFirst()) {
            var column = UploadColumn.headed(heading);
            columns.add(column);
            if (column.isEmpty() && !UploadColumn.isIgnored(heading)) {
                unused.add(heading.strip());
            }
            if (column.isPresent() && headings.putIfAbsent(column.get(), heading.strip()) != null) {
                throw new UnreadableFile("column-twice", Map.of("column", heading.strip()));
            }
        }
        requireColumns(headings);
        var rows = records.stream()
                .skip(1)
                .filter(record -> record.stream().anyMatch(cell -> !cell.isBlank()))
                .map(record -> row(record, columns))
                .toList();
        if (rows.isEmpty()) {
            throw new UnreadableFile("file-empty", Map.of());
        }
        var unit = UploadColumn.remark(headings.getOrDefault(UploadColumn.PRICE, ""))
                .flatMap(StatedUnit::parse);
        return new PriceTable(headings, List.copyOf(unused), unit, rows);
    }

    private static void requireColumns(Map<UploadColumn, String> headings) throws UnreadableFile {
        var missing = new ArrayList<String>();
        if (!headings.containsKey(UploadColumn.DATE)) {
            missing.add("date");
        }
        if (!headings.containsKey(UploadColumn.SERIES) && !headings.containsKey(UploadColumn.COMMODITY)) {
            missing.add("commodity");
        }
        if (!headings.containsKey(UploadColumn.PRICE)) {
            missing.add("price");
        }
        if (!missing.isEmpty()) {
            throw new UnreadableFile("columns-missing", Map.of("columns", String.join(", ", missing)));
        }
    }

    private static Row row(CSVRecord record, List<Optional<UploadColumn>> columns) {
        var cells = new EnumMap<UploadColumn, String>(UploadColumn.class);
        var misfit = Misfit.NONE;
        for (int index = 0; index < record.size(); index++) {
            var cell = record.get(index).strip();
            if (index >= columns.size()) {
                misfit = cell.isEmpty() ? misfit : Misfit.TOO_MANY_CELLS;
            } else if (cell.length() > LONGEST_CELL) {
                misfit = Misfit.CELL_TOO_LONG;
            } else {
                columns.get(index).ifPresent(column -> cells.put(column, cell));
            }
        }
        return new Row((int) record.getRecordNumber(), cells, misfit);
    }

    private static List<CSVRecord> records(String text, char delimiter) throws UnreadableFile {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (CSVException | UncheckedIOException e) {
            throw new UnreadableFile("quotes-broken", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The delimiter under which the first line has the most headings we know. */
    private static char delimiter(String text) throws UnreadableFile {
        var firstLine = text.lines().findFirst().orElse("");
        char best = DELIMITERS[0];
        long most = -1;
        for (char delimiter : DELIMITERS) {
            long known = headingsKnown(firstLine, delimiter);
            if (known > most) {
                best = delimiter;
                most = known;
            }
        }
        return best;
    }

    private static long headingsKnown(String firstLine, char delimiter) throws UnreadableFile {
        return records(firstLine, delimiter).stream()
                .flatMap(CSVRecord::stream)
                .filter(heading -> UploadColumn.headed(heading).isPresent())
                .count();
    }

    private static String decode(byte[] bytes) throws UnreadableFile {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes, int offset, Charset charset) throws UnreadableFile {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString();
            // Text has no NUL; a workbook or a picture sent by mistake does.
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableFile("not-text", Map.of());
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("not-text", Map.of());
        }
    }

    private static boolean startsWith(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) {
            return false;
        }
        for (int index = 0; index < marks.length; index++) {
            if ((bytes[index] & 0xFF) != marks[index]) {
                return false;
            }
        }
        return true;
    }
}
