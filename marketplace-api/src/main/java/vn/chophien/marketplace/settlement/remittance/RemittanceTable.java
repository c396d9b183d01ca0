package vn.chophien.marketplace.settlement.remittance;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.chophien.marketplace.web.FieldProblem;

/**
 * A carrier's list as a file: the code of the seller order and the amount in the first two columns, with or without headings, separated by
 * comma, semicolon or tab.
 *
 * @param errors rows that cannot be read
 */
record RemittanceTable(List<RemittanceRow> rows, List<FieldProblem> errors) {

    private static final Pattern NUMBER = Pattern.compile("DH\\d{6,}-\\d+");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}|\\d{1,3}(?:[., \\u00a0]\\d{3})+");

    static RemittanceTable parse(String text) {
        var rows = new ArrayList<RemittanceRow>();
        var errors = new ArrayList<FieldProblem>();
        for (var line : records(text)) {
            var row = Math.toIntExact(line.getRecordNumber());
            var read = row(line, row);
            read.ifPresent(rows::add);
            if (read.isEmpty() && !isHeading(line, row)) {
                errors.add(new FieldProblem("rows", "remittance-unreadable-row", Map.of("row", row)));
            }
        }
        return new RemittanceTable(List.copyOf(rows), List.copyOf(errors));
    }

    private static Optional<RemittanceRow> row(CSVRecord line, int row) {
        if (line.size() < 2) {
            return Optional.empty();
        }
        var number = line.get(0).strip().toUpperCase(Locale.ROOT);
        var amount = line.get(1).strip().replaceAll("\\s*(?i:đ|₫|vnd)$", "");
        return NUMBER.matcher(number).matches() && AMOUNT.matcher(amount).matches()
                ? Optional.of(new RemittanceRow(row, number, Long.parseLong(amount.replaceAll("\\D", ""))))
                : Optional.empty();
    }

    private static boolean isHeading(CSVRecord line, int row) {
        return row == 1 && line.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    private static List<CSVRecord> records(String text) {
        var separator = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (var parser = format.parse(new StringReader(text.replace("\ufeff", "")))) {
            return parser.getRecords();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail", impossible);
        }
    }
}
