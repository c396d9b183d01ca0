package vn.chophien.marketplace.pricefeed.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceBoard;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/**
 * A table for an officer to fill in: a row for each daily series with its last price. Semicolons and the byte order mark
 * make it open as columns, in Vietnamese, in the spreadsheets people have.
 */
@Component
class UploadTemplate {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final PriceBoard board;
    private final SeriesTexts texts;
    private final Messages messages;
    private final InstantSource clock;

    UploadTemplate(PriceBoard board, SeriesTexts texts, Messages messages, InstantSource clock) {
        this.board = board;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    Mono<String> write(Language language) {
        return board.dailyPrices()
                .map(prices -> write(prices, LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM), language));
    }

    private String write(List<PriceBoard.DailyPrice> prices, LocalDate today, Language language) {
        var heading = List.of("date", "series", "commodity", "place", "price", "unit", "note").stream()
                .map(column -> messages.format(language, "prices.column." + column))
                .toArray(String[]::new);
        var text = new StringBuilder(BYTE_ORDER_MARK);
        var format =
                CSVFormat.RFC4180.builder().setDelimiter(';').setHeader(heading).get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var price : prices) {
                print(printer, price.series(), price.last(), today, language);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }

    private void print(CSVPrinter printer, PriceSeries series, @Nullable Price last, LocalDate today, Language language)
            throws IOException {
        printer.printRecord(
                DAY_FIRST.format(today),
                series.code(),
                series.commodity().name(language),
                series.place(language),
                last == null ? "" : figures(last, language),
                texts.unit(series, language),
                "");
    }

    private static String figures(Price price, Language language) {
        var formats = Formats.of(language);
        var min = formats.decimal(price.min());
        return price.isRange() ? min + " - " + formats.decimal(price.max()) : min;
    }
}
