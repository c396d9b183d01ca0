package vn.chophien.marketplace.settlement.membership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

/** A split as a table with a row a member and the sum below; opens as columns in the spreadsheets people have. */
@Component
class MemberFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int GRAMS_DIGITS = 3;

    private final Messages messages;

    MemberFile(Messages messages) {
        this.messages = messages;
    }

    String write(MemberStatement statement, Language language) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader(Stream.of("member", "kg", "value", "amount")
                        .map(column -> messages.format(language, "members.column." + column))
                        .toArray(String[]::new))
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var share : statement.shares()) {
                printer.printRecord(
                        unformulaic(share.member().name()),
                        kilograms(share.grams(), language),
                        share.value().minor(),
                        share.amount().minor());
            }
            printer.printRecord(
                    messages.format(language, "members.total"),
                    kilograms(statement.grams(), language),
                    statement.value().minor(),
                    statement.amount().minor());
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }

    /** Spreadsheets calculate what begins like a formula, whoever typed it. */
    static String unformulaic(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String kilograms(long grams, Language language) {
        var number =
                BigDecimal.valueOf(grams, GRAMS_DIGITS).stripTrailingZeros().toPlainString();
        return switch (language) {
            case VI -> number.replace('.', ',');
            case EN -> number;
        };
    }
}
