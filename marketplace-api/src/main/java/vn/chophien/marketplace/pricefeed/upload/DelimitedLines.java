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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Delimited text as lines, whatever delimiter and encoding mark the spreadsheet chose. */
final class DelimitedLines {
    private static final char[] DELIMITERS = {';', ',', '\t'};
    private static final int HEADING_WITHIN = 30;

    private DelimitedLines() {}

    static List<TableLines.Line> read(byte[] bytes) throws UnreadableFile {
        var text = Normalizer.normalize(decode(bytes), Normalizer.Form.NFC);
        if (text.isBlank()) {
            throw new UnreadableFile("file-empty", Map.of());
        }
        return records(text, delimiter(text)).stream()
                .map(record -> new TableLines.Line(
                        (int) record.getRecordNumber(),
                        record.stream().map(String::strip).toList()))
                .toList();
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

    /** The delimiter under which one of the first lines has the most headings we know. */
    private static char delimiter(String text) {
        var first = text.lines().limit(HEADING_WITHIN).toList();
        char best = DELIMITERS[0];
        long most = -1;
        for (char delimiter : DELIMITERS) {
            long known = first.stream()
                    .mapToLong(line -> headingsKnown(line, delimiter))
                    .max()
                    .orElse(0);
            if (known > most) {
                best = delimiter;
                most = known;
            }
        }
        return best;
    }

    private static long headingsKnown(String line, char delimiter) {
        return Stream.of(line.split(Pattern.quote(String.valueOf(delimiter))))
                .map(heading -> heading.replace('"', ' ').strip())
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
