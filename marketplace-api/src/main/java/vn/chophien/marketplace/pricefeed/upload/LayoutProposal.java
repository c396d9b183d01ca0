package vn.chophien.marketplace.pricefeed.upload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.FoldedText;
import vn.chophien.marketplace.pricefeed.StatedUnit;

/** Guesses what the columns of a table mean, for an officer to confirm. */
final class LayoutProposal {
    private static final int HEADING_WITHIN = 30;
    private static final Set<String> LOWEST = Set.of("gia thap nhat", "thap nhat", "gia tu", "tu", "min", "price min");
    private static final Set<String> HIGHEST = Set.of("gia cao nhat", "cao nhat", "gia den", "den", "max", "price max");
    private static final Pattern FIGURES = Pattern.compile("[\\d., \\u00a0\\-–/đ₫]*\\d[\\d., \\u00a0\\-–/đ₫]*|[/\\\\]");
    private static final Pattern UNIT = Pattern.compile("(?iu)(?:đvt|đơn vị(?: tính)?)\\s*:?\\s*([^,;()]+)");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");

    private final TableLines table;
    private final SeriesDirectory directory;

    LayoutProposal(TableLines table, SeriesDirectory directory) {
        this.table = table;
        this.directory = directory;
    }

    /** Empty when nothing in the table reminds of prices. */
    Optional<Layout> propose(@Nullable String fileName) {
        TableLines.Line best = null;
        int most = 0;
        for (var line : table.lines().stream().limit(HEADING_WITHIN).toList()) {
            int known = known(line);
            if (known > most) {
                best = line;
                most = known;
            }
        }
        return best == null ? Optional.empty() : Optional.of(under(best, fileName));
    }

    /** A proposal for the headings that the officer points at. */
    Layout under(TableLines.Line heading, @Nullable String fileName) {
        var width = table.lines().stream()
                .filter(line -> line.number() >= heading.number())
                .mapToInt(line -> line.cells().size())
                .max()
                .orElse(0);
        var columns = new ArrayList<Layout.Meaning>();
        for (int at = 0; at < width; at++) {
            var meaning = meaning(heading.cell(at), at, heading.number());
            var twin = !meaning.use().repeats() && columns.stream().anyMatch(other -> other.use() == meaning.use());
            columns.add(twin ? Layout.Meaning.IGNORED : meaning);
        }
        return new Layout(heading.number(), columns, fixed(heading, columns, fileName));
    }

    private int known(TableLines.Line line) {
        int known = 0;
        for (int at = 0; at < line.cells().size(); at++) {
            var cell = line.cell(at);
            if (!cell.isBlank() && !FIGURES.matcher(cell).matches()) {
                known += meaning(cell, at, line.number()).use() == Layout.Use.IGNORE ? 0 : 1;
            }
        }
        return known;
    }

    private Layout.Meaning meaning(String heading, int at, int line) {
        var direct = UploadColumn.headed(heading).flatMap(Layout.Use::of);
        if (direct.isPresent()) {
            return new Layout.Meaning(direct.get(), null);
        }
        var name = UploadColumn.withoutRemark(heading).strip();
        var folded = FoldedText.fold(name);
        if (LOWEST.contains(folded)) {
            return new Layout.Meaning(Layout.Use.PRICE_MIN, null);
        }
        if (HIGHEST.contains(folded)) {
            return new Layout.Meaning(Layout.Use.PRICE_MAX, null);
        }
        if (folded.isEmpty() || !holdsFigures(at, line)) {
            return Layout.Meaning.IGNORED;
        }
        return directory
                .kindOf(name)
                .map(kind -> new Layout.Meaning(
                        switch (kind) {
                            case STAGE -> Layout.Use.PRICE_OF_STAGE;
                            case PLACE -> Layout.Use.PRICE_OF_PLACE;
                            case GRADE -> Layout.Use.PRICE_OF_GRADE;
                            case COMMODITY -> Layout.Use.PRICE_OF_COMMODITY;
                        },
                        name))
                .orElse(Layout.Meaning.IGNORED);
    }

    /** Whether what stands below is mostly prices. */
    private boolean holdsFigures(int at, int line) {
        var below = table.lines().stream()
                .filter(other -> other.number() > line)
                .map(other -> other.cell(at))
                .filter(cell -> !PriceTable.isNone(cell))
                .toList();
        return below.stream().filter(cell -> FIGURES.matcher(cell).matches()).count() * 2 >= below.size();
    }

    /** What the title says for the whole table. */
    private Map<UploadColumn, String> fixed(
            TableLines.Line heading, List<Layout.Meaning> columns, @Nullable String fileName) {
        var layout = new Layout(heading.number(), columns, Map.of());
        var title = table.lines().stream()
                .filter(line -> line.number() <= heading.number())
                .flatMap(line -> line.cells().stream())
                .filter(cell -> !cell.isBlank())
                .toList();
        var fixed = new EnumMap<UploadColumn, String>(UploadColumn.class);
        if (!layout.says(UploadColumn.DATE)) {
            Stream.concat(title.stream(), Stream.ofNullable(fileName))
                    .flatMap(text -> StatedDate.within(text).stream())
                    .findFirst()
                    .map(LocalDate::toString)
                    .ifPresent(day -> fixed.put(UploadColumn.DATE, day));
        }
        if (!layout.says(UploadColumn.UNIT)) {
            title.stream()
                    .flatMap(LayoutProposal::unit)
                    .findFirst()
                    .ifPresent(unit -> fixed.put(UploadColumn.UNIT, unit));
        }
        if (!layout.says(UploadColumn.COMMODITY) && !layout.says(UploadColumn.SERIES)) {
            title.stream()
                    .flatMap(text -> directory.commodityIn(text).stream())
                    .findFirst()
                    .ifPresent(name -> fixed.put(UploadColumn.COMMODITY, name));
        }
        return fixed;
    }

    private static Stream<String> unit(String text) {
        return Stream.concat(
                        UNIT.matcher(text).results().map(found -> found.group(1)),
                        BRACKETS.matcher(text).results().map(found -> found.group(1)))
                .map(found -> UNIT.matcher(found).replaceFirst("$1").strip())
                .filter(found -> StatedUnit.parse(found).isPresent());
    }
}
