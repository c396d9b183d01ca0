package vn.chophien.marketplace.settlement.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file that spreadsheets open with its Vietnamese letters whole. */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Csv() {}

    public static ResponseEntity<String> file(String name, List<String> headings, List<? extends List<?>> rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text(headings, rows));
    }

    static String text(List<String> headings, List<? extends List<?>> rows) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(headings);
            for (var row : rows) {
                printer.printRecord(row.stream().map(Csv::harmless).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail", impossible);
        }
        return text.toString();
    }

    /** A text that begins like a formula is shown, not reckoned, by spreadsheets. */
    private static Object harmless(Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
