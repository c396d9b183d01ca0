package vn.chophien.marketplace.pricefeed.upload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.chophien.marketplace.pricefeed.StatedUnit;

/**
 * An uploaded table, cut into named cells, one row a price: a line with the prices of three grades is three rows.
 *
 * @param headings each recognized column with the file's own heading, in the file's order
 * @param unused headings that mean nothing to us
 */
record PriceTable(Map<UploadColumn, String> headings, List<String> unused, List<Row> rows) {
    static final int MOST_ROWS = TableLines.MOST_LINES;

    private static final int LONGEST_CELL = 500;

    /** One line for two places: {@code Bảo Lộc & Lâm Hà}. */
    private static final Pattern AND = Pattern.compile("\\s*&\\s*|\\s+và\\s+");

    private static final Pattern REMARK =
            Pattern.compile("(?iu)(?:[ivx]+|[a-z])[.)]\\s.*|\\*.*|(?:ghi chú|lưu ý|nguồn|note|source)\\b.*");

    /** How tables say that a place or a grade has no price at all. */
    private static final Pattern NONE = Pattern.compile("[-–—xX]?");

    /**
     * One price; the number is the spreadsheet's line.
     *
     * @param part tells the prices of a line apart
     * @param priceColumn where the price stands, counted from 0
     * @param unit the unit that the heading of the price names in brackets
     * @param repeated what was left empty and is taken from the line above, as in merged cells
     */
    record Row(
            int number,
            int part,
            int priceColumn,
            Map<UploadColumn, String> cells,
            Optional<StatedUnit> unit,
            List<UploadColumn> repeated,
            Misfit misfit) {
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

    static boolean isNone(String cell) {
        return NONE.matcher(cell.strip()).matches();
    }

    /** A table that explains itself: all headings we need in its first line. */
    static PriceTable read(byte[] bytes) throws UnreadableFile {
        var lines = TableLines.read(bytes);
        return of(lines, plain(lines), false);
    }

    /** The layout of a table whose first line has all headings we need. */
    static Layout plain(TableLines table) throws UnreadableFile {
        var first = table.lines().getFirst();
        var columns = new ArrayList<Layout.Meaning>();
        var seen = new LinkedHashMap<UploadColumn, String>();
        for (var heading : first.cells()) {
            var column = UploadColumn.headed(heading);
            columns.add(column.flatMap(Layout.Use::of)
                    .map(use -> new Layout.Meaning(use, null))
                    .orElse(Layout.Meaning.IGNORED));
            if (column.isPresent() && seen.putIfAbsent(column.get(), heading) != null) {
                throw new UnreadableFile("column-twice", Map.of("column", heading.strip()));
            }
        }
        requireColumns(seen);
        return new Layout(first.number(), columns, Map.of());
    }

    /**
     * Cuts a table along a layout.
     *
     * @param explained whether an officer knows of the columns that are not used
     */
    static PriceTable of(TableLines table, Layout layout, boolean explained) throws UnreadableFile {
        var heading = table.line(layout.headingLine()).orElseGet(() -> new TableLines.Line(0, List.of()));
        var headings = new LinkedHashMap<UploadColumn, String>();
        var unused = new ArrayList<String>();
        for (int at = 0; at < heading.cells().size(); at++) {
            var column = at < layout.columns().size() ? layout.columns().get(at).use().column : null;
            if (column != null) {
                headings.putIfAbsent(column, heading.cell(at).strip());
            } else if (!explained && !UploadColumn.isIgnored(heading.cell(at))) {
                unused.add(heading.cell(at).strip());
            }
        }
        var cutting = new Cutting(heading, layout);
        var rows = table.lines().stream()
                .filter(line -> line.number() > layout.headingLine() && !line.isBlank())
                .flatMap(cutting::rows)
                .toList();
        if (rows.isEmpty()) {
            throw new UnreadableFile("file-empty", Map.of());
        }
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableFile("too-many-rows", Map.of("rows", rows.size(), "most", MOST_ROWS));
        }
        return new PriceTable(headings, List.copyOf(unused), rows);
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

    /** Takes the lines in their order, because an empty cell may repeat the one above. */
    private static final class Cutting {
        private static final List<UploadColumn> REPEATING = List.of(UploadColumn.DATE, UploadColumn.COMMODITY);

        private final TableLines.Line heading;
        private final Layout layout;
        private final Map<UploadColumn, String> above = new EnumMap<>(UploadColumn.class);

        Cutting(TableLines.Line heading, Layout layout) {
            this.heading = heading;
            this.layout = layout;
        }

        Stream<Row> rows(TableLines.Line line) {
            var cells = new EnumMap<UploadColumn, String>(UploadColumn.class);
            for (var column : UploadColumn.values()) {
                int at = layout.position(column);
                if (at >= 0 && column != UploadColumn.PRICE) {
                    cells.put(column, shortened(line.cell(at)));
                }
            }
            var prices = prices(line);
            if (isRemark(line, prices)) {
                return Stream.empty();
            }
            var repeated = repeat(cells);
            layout.fixed()
                    .forEach((column, text) -> cells.merge(column, text, (own, fixed) -> own.isEmpty() ? fixed : own));
            var misfit = misfit(line);
            var rows = new ArrayList<Row>();
            for (var price : prices) {
                for (var place : places(cells, price)) {
                    var own = new EnumMap<>(cells);
                    place.ifPresent(text -> own.put(UploadColumn.PLACE, text));
                    var told = layout.columns().get(price.column()).use().told;
                    if (told != null && told != UploadColumn.PLACE) {
                        own.put(
                                told,
                                Objects.requireNonNullElse(
                                        layout.columns().get(price.column()).of(), ""));
                    }
                    own.put(UploadColumn.PRICE, price.text());
                    rows.add(new Row(
                            line.number(), rows.size(), price.column(), own, unit(price.column()), repeated, misfit));
                }
            }
            return rows.stream();
        }

        private record Price(int column, String text) {}

        private List<Price> prices(TableLines.Line line) {
            int min = layout.position(Layout.Use.PRICE_MIN);
            int max = layout.position(Layout.Use.PRICE_MAX);
            var found = new ArrayList<Price>();
            if (min >= 0) {
                var low = line.cell(min);
                var high = line.cell(max);
                found.add(new Price(min, high.isEmpty() || high.equals(low) ? low : low + " - " + high));
            }
            for (int at : layout.prices()) {
                var text = shortened(line.cell(at));
                // Of many places a line may name a price for some only.
                if (layout.columns().get(at).use().told == null || !isNone(text)) {
                    found.add(new Price(at, text));
                }
            }
            return found;
        }

        /** Titles of groups and words below the table: one cell alone, in a column without meaning or worded so. */
        private boolean isRemark(TableLines.Line line, List<Price> prices) {
            var filled = IntStream.range(0, line.cells().size())
                    .filter(at -> !line.cell(at).isBlank())
                    .boxed()
                    .toList();
            if (filled.size() != 1
                    || prices.stream().anyMatch(price -> !price.text().isEmpty())) {
                return false;
            }
            int at = filled.getFirst();
            return at >= layout.columns().size()
                    || layout.columns().get(at).use() == Layout.Use.IGNORE
                    || REMARK.matcher(line.cell(at)).matches();
        }

        private List<UploadColumn> repeat(Map<UploadColumn, String> cells) {
            var repeated = new ArrayList<UploadColumn>();
            for (var column : REPEATING) {
                var text = cells.get(column);
                if (text != null && text.isEmpty() && above.containsKey(column)) {
                    cells.put(column, above.getOrDefault(column, ""));
                    repeated.add(column);
                } else if (text != null) {
                    above.put(column, text);
                }
            }
            return repeated;
        }

        private List<Optional<String>> places(Map<UploadColumn, String> cells, Price price) {
            var meaning = layout.columns().get(price.column());
            var place = meaning.use().told == UploadColumn.PLACE
                    ? Objects.requireNonNullElse(meaning.of(), "")
                    : cells.get(UploadColumn.PLACE);
            return place == null
                    ? List.of(Optional.empty())
                    : AND.splitAsStream(place).map(Optional::of).toList();
        }

        private Optional<StatedUnit> unit(int column) {
            return UploadColumn.remark(heading.cell(column)).flatMap(StatedUnit::parse);
        }

        private Misfit misfit(TableLines.Line line) {
            for (int at = 0; at < line.cells().size(); at++) {
                if (at >= layout.columns().size() && !line.cell(at).isEmpty()) {
                    return Misfit.TOO_MANY_CELLS;
                }
                if (line.cell(at).length() > LONGEST_CELL) {
                    return Misfit.CELL_TOO_LONG;
                }
            }
            return Misfit.NONE;
        }

        private static String shortened(String cell) {
            return cell.length() > LONGEST_CELL ? "" : cell;
        }
    }
}
