package vn.chophien.marketplace.payment.transfer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.workbook.SentWorkbook;

/**
 * A statement as banks export it: a workbook (XLSX), or CSV in UTF-8 or UTF-16 with or without its mark, separated by comma, semicolon or tab;
 * with a few lines of address above the table, and a line of sums at the end. Pure.
 *
 * @param rows the rows that bring money or cannot be read
 * @param skipped rows that take money out, and sums
 */
record StatementFile(List<StatementRow> rows, int skipped) {

    private static final int HEADER_WITHIN = 40;

    StatementFile {
        rows = List.copyOf(rows);
    }

    /** What a column may be called, folded; the first that is there counts. */
    private enum Column {
        DATE(
                "ngay giao dich",
                "ngay gd",
                "ngay hach toan",
                "ngay hieu luc",
                "ngay",
                "transaction date",
                "posting date",
                "date"),
        REFERENCE(
                "so tham chieu",
                "ma tham chieu",
                "so but toan",
                "ma giao dich",
                "so giao dich",
                "so chung tu",
                "so ct",
                "so gd",
                "reference number",
                "reference no",
                "reference",
                "ref no",
                "transaction id",
                "transaction no"),
        CREDIT("so tien ghi co", "phat sinh co", "tien vao", "ghi co", "co", "credit amount", "credit", "paid in"),
        DESCRIPTION(
                "noi dung chi tiet",
                "noi dung giao dich",
                "noi dung",
                "dien giai",
                "mo ta",
                "description",
                "transaction details",
                "details",
                "remark"),
        SENDER("tai khoan doi ung", "so tk doi ung", "stk doi ung", "corresponding account", "counter account");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    /** @throws TransferProblem {@code unreadable-statement} when there is no table with the columns date, reference, credit and description */
    static StatementFile read(byte[] content) {
        var lines = SentWorkbook.isOne(content) ? StatementSheet.read(content) : CsvText.read(decoded(content));
        for (var at = 0; at < Math.min(HEADER_WITHIN, lines.size()); at++) {
            var header = lines.get(at).cells();
            var columns = columns(header);
            if (columns.keySet()
                    .containsAll(List.of(Column.DATE, Column.REFERENCE, Column.CREDIT, Column.DESCRIPTION))) {
                return read(header, columns, lines.subList(at + 1, lines.size()));
            }
        }
        throw TransferProblem.unreadable();
    }

    private static StatementFile read(List<String> header, Map<Column, Integer> columns, List<StatementLine> lines) {
        var rows = new ArrayList<StatementRow>();
        var skipped = 0;
        for (var line : lines) {
            var reading = new RowReading(header, columns, line);
            if (reading.isEmpty()) {
                continue;
            }
            if (reading.bringsNothing()) {
                skipped++;
            } else {
                rows.add(reading.row());
            }
        }
        return new StatementFile(rows, skipped);
    }

    private static Map<Column, Integer> columns(List<String> header) {
        var names = header.stream().map(StatementFile::folded).toList();
        var found = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            column.names.stream()
                    .flatMap(name -> position(names, name).stream())
                    .findFirst()
                    .ifPresent(position -> found.put(column, position));
        }
        return found;
    }

    /** A header may say a name in two languages, with a unit behind it. */
    private static Optional<Integer> position(List<String> names, String wanted) {
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at);
            if (name.equals(wanted)
                    || name.startsWith(wanted + " ") && !wanted.equals("co") && !wanted.equals("ngay")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static String decoded(byte[] content) {
        var text = new String(content, charset(content));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /** One line below the header. */
    private record RowReading(List<String> header, Map<Column, Integer> columns, StatementLine line) {

        boolean isEmpty() {
            return line.cells().stream().allMatch(String::isBlank);
        }

        /** Money that goes out, and the sums below the table. */
        boolean bringsNothing() {
            var first = line.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .map(StatementFile::folded)
                    .findFirst()
                    .orElse("");
            var isSum = Stream.of("tong", "so du", "total", "balance", "opening", "closing")
                    .anyMatch(first::startsWith);
            var credit = cell(Column.CREDIT);
            return isSum || credit.isEmpty() || credit.matches("[-0 .,]+(VND|đ)?");
        }

        StatementRow row() {
            var reference = cell(Column.REFERENCE);
            var description = cell(Column.DESCRIPTION);
            if (reference.isEmpty()) {
                return atFault(Column.REFERENCE, "missing");
            }
            var date = StatementNotation.date(cell(Column.DATE));
            if (date.isEmpty()) {
                return atFault(Column.DATE, cell(Column.DATE).isEmpty() ? "missing" : "not-a-date");
            }
            var amount = StatementNotation.amount(cell(Column.CREDIT));
            if (amount.isEmpty()) {
                return atFault(Column.CREDIT, "not-an-amount");
            }
            var sender =
                    columns.containsKey(Column.SENDER) ? cell(Column.SENDER).replaceAll("\\W", "") : "";
            return new StatementRow(
                    line.number(),
                    reference,
                    date.get(),
                    amount.get(),
                    description,
                    sender.isEmpty() ? null : BankAccount.hint(sender),
                    null,
                    null);
        }

        private StatementRow atFault(Column column, String error) {
            var name = header.get(columns.getOrDefault(column, 0)).strip();
            return StatementRow.atFault(line.number(), name, error, cell(Column.DESCRIPTION));
        }

        private String cell(Column column) {
            var at = columns.getOrDefault(column, Integer.MAX_VALUE);
            return at < line.cells().size()
                    ? line.cells().get(at).replace('\u00A0', ' ').strip()
                    : "";
        }
    }
}
