package vn.chophien.marketplace.settlement.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.terms.Terms;

/**
 * A statement as a table with a row for each part of a movement. Semicolons and the byte order mark make it open as columns, in Vietnamese, in
 * the spreadsheets people have; amounts are bare numbers, to be added up.
 */
@Component
class StatementFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Messages messages;

    StatementFile(Messages messages) {
        this.messages = messages;
    }

    String write(Statement statement, Language language) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader(headings(language))
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            sum(printer, statement.period().from(), "opening", statement.opening(), language);
            for (var line : statement.lines()) {
                print(printer, line, language);
            }
            sum(printer, statement.period().to(), "closing", statement.closing(), language);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }

    private String[] headings(Language language) {
        return Stream.of("date", "kind", "reference", "purpose", "amount", "balance", "note")
                .map(column -> messages.format(language, "statement.column." + column))
                .toArray(String[]::new);
    }

    private void sum(CSVPrinter printer, LocalDate on, String which, Money balance, Language language)
            throws IOException {
        printer.printRecord(
                DAY_FIRST.format(on), messages.format(language, "statement." + which), "", "", "", balance.minor(), "");
    }

    /** The balance stands in the last row of a movement. */
    private void print(CSVPrinter printer, Statement.Line line, Language language) throws IOException {
        var shares = line.shares();
        for (var index = 0; index < Math.max(1, shares.size()); index++) {
            var share = shares.isEmpty() ? null : shares.get(index);
            printer.printRecord(List.of(
                    DAY_FIRST.format(Terms.dayOf(line.at())),
                    messages.format(language, "statement.kind." + line.kind().name()),
                    Objects.requireNonNullElse(line.reference(), ""),
                    share == null
                            ? ""
                            : messages.format(
                                    language,
                                    "statement.purpose." + share.purpose().name()),
                    share == null ? "" : Long.toString(share.amount().minor()),
                    index < shares.size() - 1
                            ? ""
                            : Long.toString(line.balance().minor()),
                    Objects.requireNonNullElse(line.note(), "")));
        }
    }
}
