package vn.chophien.marketplace.pricefeed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.chophien.locales.Language;

/** Prices as CSV (RFC 4180, UTF-8, decimal point): columns are promised not to change, new ones come at the end. */
public final class PriceFiles {
    public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private PriceFiles() {}

    /** A file to keep, with a pointer to the description of its columns. */
    public static ResponseEntity<String> named(ResponseEntity<String> answer, String fileName, String resource) {
        var headers = new HttpHeaders(answer.getHeaders());
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(fileName).build());
        headers.add(
                HttpHeaders.LINK,
                "<" + resource + "-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    static String observations(PriceSeries series, List<Observation> observations) {
        return write(
                printer -> {
                    for (var observation : observations) {
                        var price = observation.price();
                        printer.printRecord(
                                series.code(),
                                observation.validOn(),
                                price.middle().toPlainString(),
                                price.min().toPlainString(),
                                price.max().toPlainString(),
                                series.currency(),
                                series.measure(),
                                observation.note(),
                                observation.recordedAt(),
                                observation.status(),
                                observation.remark().source(),
                                observation.vintage());
                    }
                },
                "series",
                "date",
                "price",
                "price_min",
                "price_max",
                "currency",
                "measure",
                "note",
                "recorded_at",
                "status",
                "source",
                "vintage");
    }

    static String board(List<Quote> quotes, Language language) {
        return write(
                printer -> {
                    for (var quote : quotes) {
                        var series = quote.series();
                        var price = quote.latest().price();
                        printer.printRecord(
                                series.code(),
                                quote.latest().validOn(),
                                price.middle().toPlainString(),
                                price.min().toPlainString(),
                                price.max().toPlainString(),
                                series.currency(),
                                series.measure(),
                                series.commodity().name(language),
                                series.grade(language),
                                series.stage(),
                                series.place(language),
                                series.provinceCode(),
                                series.source().name(language),
                                series.source().licence(),
                                series.demonstration(),
                                quote.latest().note(),
                                quote.latest().status());
                    }
                },
                "series",
                "date",
                "price",
                "price_min",
                "price_max",
                "currency",
                "measure",
                "commodity",
                "grade",
                "stage",
                "place",
                "province_code",
                "source",
                "licence",
                "demonstration",
                "note",
                "status");
    }

    /** What stands below a heading. */
    public interface Rows {
        void print(CSVPrinter printer) throws IOException;
    }

    public static String write(Rows rows, String... heading) {
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180.builder().setHeader(heading).get();
        try (var printer = new CSVPrinter(text, format)) {
            rows.print(printer);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }
}
