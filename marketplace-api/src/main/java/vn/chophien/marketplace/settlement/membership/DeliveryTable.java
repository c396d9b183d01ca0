package vn.chophien.marketplace.settlement.membership;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.FieldProblem;

/**
 * Deliveries as a cooperative's spreadsheet has them: a heading, then a row a delivery. Either all of it is right, or every error is told with its
 * row and column.
 */
record DeliveryTable(List<Row> rows, List<FieldProblem> errors) {

    static final int MOST_ROWS = 5_000;

    private static final String FILE = "file";
    private static final char[] DELIMITERS = {';', ',', '\t'};
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final int LONGEST_TEXT = 100;

    /** @param number the spreadsheet's, where the heading is row 1 */
    record Row(int number, Delivery delivery) {

        private boolean says(Row other) {
            return number == other.number && delivery.says(other.delivery);
        }
    }

    static boolean saySame(List<Row> some, List<Row> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(index -> some.get(index).says(others.get(index)));
    }

    /** What a column may be called, without marks and case. */
    enum Column {
        DATE("date", "ngay"),
        MEMBER("member", "thanh vien", "xa vien", "ho ten"),
        PRODUCT("product", "san pham", "mat hang"),
        KG("kg", "so kg", "khoi luong", "weight"),
        GRADE("grade", "loai", "pham cap"),
        PRICE("price", "price per kg", "gia", "don gia", "gia/kg", "don gia/kg");

        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }

        static Optional<Column> headed(String heading) {
            var folded = folded(heading.replaceAll("\\(.*\\)", ""));
            return Optional.ofNullable(List.of(values()).stream()
                    .filter(column -> column.names.contains(folded))
                    .findFirst()
                    .orElse(null));
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DeliveryTable read(byte[] bytes, List<Member> members) {
        var text = decode(bytes);
        if (text == null || text.isBlank()) {
            return refused(text == null ? "delivery-not-text" : "delivery-file-empty");
        }
        try {
            return table(records(text), members);
        } catch (UncheckedIOException | IOException broken) {
            return refused("delivery-quotes-broken");
        }
    }

    private static DeliveryTable table(List<CSVRecord> records, List<Member> members) {
        var columns = records.getFirst().stream().map(Column::headed).toList();
        for (var wanted : Column.values()) {
            if (wanted != Column.GRADE && !columns.contains(Optional.of(wanted))) {
                return new DeliveryTable(
                        List.of(),
                        List.of(new FieldProblem(FILE, "delivery-column-missing", Map.of("column", wanted.wire()))));
            }
        }
        if (records.size() - 1 > MOST_ROWS) {
            return new DeliveryTable(
                    List.of(), List.of(new FieldProblem(FILE, "delivery-too-many-rows", Map.of("most", MOST_ROWS))));
        }
        var known = new MemberNames(members);
        var rows = new ArrayList<Row>();
        var errors = new ArrayList<FieldProblem>();
        records.stream()
                .skip(1)
                .filter(record -> record.stream().anyMatch(cell -> !cell.isBlank()))
                .forEach(record ->
                        new RowReading(record, columns, known, errors).row().ifPresent(rows::add));
        return rows.isEmpty() && errors.isEmpty() ? refused("delivery-file-empty") : new DeliveryTable(rows, errors);
    }

    private static DeliveryTable refused(String code) {
        return new DeliveryTable(List.of(), List.of(new FieldProblem(FILE, code)));
    }

    private static List<CSVRecord> records(String text) throws IOException {
        var first = text.lines().findFirst().orElse("");
        var delimiter = DELIMITERS[0];
        for (var candidate : DELIMITERS) {
            if (count(first, candidate) > count(first, delimiter)) {
                delimiter = candidate;
            }
        }
        try (var parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get()
                .parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static @Nullable String decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0
                    ? null
                    : Normalizer.normalize(text.replace("\ufeff", ""), Normalizer.Form.NFC);
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    static Optional<LocalDate> day(String text) {
        var iso = ISO.matcher(text);
        var dayFirst = DAY_FIRST.matcher(text);
        try {
            return iso.matches()
                    ? Optional.of(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))))
                    : dayFirst.matches()
                            ? Optional.of(LocalDate.of(
                                    number(dayFirst.group(3)), number(dayFirst.group(2)), number(dayFirst.group(1))))
                            : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Headings and names are recognized however they are typed. */
    static String folded(String text) {
        return Normalizer.normalize(text.strip().replaceAll("\\s+", " "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** One row on its way to a delivery. */
    private static final class RowReading {

        private final int number;
        private final Map<Column, String> cells = new EnumMap<>(Column.class);
        private final MemberNames members;
        private final List<FieldProblem> errors;

        RowReading(CSVRecord record, List<Optional<Column>> columns, MemberNames members, List<FieldProblem> errors) {
            this.number = (int) record.getRecordNumber();
            this.members = members;
            this.errors = errors;
            for (var index = 0; index < Math.min(record.size(), columns.size()); index++) {
                var cell = record.get(index).strip();
                columns.get(index).ifPresent(column -> cells.put(column, cell));
            }
        }

        Optional<Row> row() {
            var before = errors.size();
            var day = day(cell(Column.DATE));
            if (day.isEmpty()) {
                wrong(Column.DATE, "delivery-date");
            }
            var called = members.called(cell(Column.MEMBER));
            if (called.size() != 1) {
                wrong(Column.MEMBER, called.isEmpty() ? "delivery-member-unknown" : "delivery-member-ambiguous");
            }
            var grams = StatedNumber.grams(cell(Column.KG));
            if (grams.isEmpty()) {
                wrong(Column.KG, "delivery-number");
            }
            var price = StatedNumber.dong(cell(Column.PRICE));
            if (price.isEmpty()) {
                wrong(Column.PRICE, "delivery-number");
            }
            if (cell(Column.PRODUCT).isEmpty() || cell(Column.PRODUCT).length() > LONGEST_TEXT) {
                wrong(Column.PRODUCT, "delivery-text");
            }
            if (cell(Column.GRADE).length() > LONGEST_TEXT) {
                wrong(Column.GRADE, "delivery-text");
            }
            if (errors.size() > before) {
                return Optional.empty();
            }
            return Optional.of(new Row(
                    number,
                    new Delivery(
                            UuidV7.next(),
                            called.getFirst().id(),
                            day.orElseThrow(),
                            cell(Column.PRODUCT),
                            cell(Column.GRADE),
                            grams.orElseThrow(),
                            Money.vnd(price.orElseThrow()))));
        }

        private String cell(Column column) {
            return cells.getOrDefault(column, "");
        }

        private void wrong(Column column, String code) {
            errors.add(new FieldProblem(
                    "rows[%d].%s".formatted(number, column.wire()), code, Map.of("row", number, "text", cell(column))));
        }
    }
}
