package vn.chophien.marketplace.pricefeed.upload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.FoldedText;

/**
 * What the columns of a table mean.
 *
 * @param headingLine the number of the line with the headings; the prices begin below it
 * @param columns from the left
 * @param fixed what holds for every line because no column says it, such as the day in the title
 */
record Layout(int headingLine, List<Meaning> columns, Map<UploadColumn, String> fixed) {
    private static final Pattern CHANGING = Pattern.compile("\\d+|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat");

    Layout {
        columns = List.copyOf(columns);
        fixed = Map.copyOf(fixed);
    }

    /** @param of for a price of something: of what */
    record Meaning(Use use, @Nullable String of) {
        static final Meaning IGNORED = new Meaning(Use.IGNORE, null);
    }

    enum Use {
        IGNORE(null, null),
        DATE(UploadColumn.DATE, null),
        SERIES(UploadColumn.SERIES, null),
        COMMODITY(UploadColumn.COMMODITY, null),
        GRADE(UploadColumn.GRADE, null),
        STAGE(UploadColumn.STAGE, null),
        PLACE(UploadColumn.PLACE, null),
        UNIT(UploadColumn.UNIT, null),
        NOTE(UploadColumn.NOTE, null),
        PRICE(UploadColumn.PRICE, null),
        PRICE_MIN(UploadColumn.PRICE, null),
        PRICE_MAX(UploadColumn.PRICE, null),
        PRICE_OF_COMMODITY(UploadColumn.PRICE, UploadColumn.COMMODITY),
        PRICE_OF_GRADE(UploadColumn.PRICE, UploadColumn.GRADE),
        PRICE_OF_STAGE(UploadColumn.PRICE, UploadColumn.STAGE),
        PRICE_OF_PLACE(UploadColumn.PRICE, UploadColumn.PLACE);

        final @Nullable UploadColumn column;
        /** What such a price says by standing in this column. */
        final @Nullable UploadColumn told;

        Use(@Nullable UploadColumn column, @Nullable UploadColumn told) {
            this.column = column;
            this.told = told;
        }

        static Optional<Use> of(UploadColumn column) {
            return List.of(values()).stream()
                    .filter(use -> use.column == column && use.told == null)
                    .findFirst();
        }

        /** Whether there may be several such columns. */
        boolean repeats() {
            return this == IGNORE || told != null;
        }
    }

    /** Where a column stands, counted from 0; -1 where none does. */
    int position(UploadColumn column) {
        for (int at = 0; at < columns.size(); at++) {
            var use = columns.get(at).use();
            if (use.column == column && use.told == null) {
                return at;
            }
        }
        return -1;
    }

    List<Integer> prices() {
        var found = new ArrayList<Integer>();
        for (int at = 0; at < columns.size(); at++) {
            var use = columns.get(at).use();
            if (use == Use.PRICE || use.told != null) {
                found.add(at);
            }
        }
        return found;
    }

    int position(Use use) {
        return columns.stream().map(Meaning::use).toList().indexOf(use);
    }

    /** Whether lines, columns or the table as a whole say this. */
    boolean says(UploadColumn column) {
        return position(column) >= 0
                || fixed.containsKey(column)
                || columns.stream().anyMatch(meaning -> meaning.use().told == column);
    }

    /** What has to be said before prices can be read, by the names of the interface. */
    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        if (!says(UploadColumn.DATE)) {
            gaps.add(new Gap("fixed.date", "required"));
        }
        if (!says(UploadColumn.COMMODITY) && !says(UploadColumn.SERIES)) {
            gaps.add(new Gap("fixed.commodity", "required"));
        }
        if (prices().isEmpty() && position(Use.PRICE_MIN) < 0) {
            gaps.add(new Gap("columns", "layout-no-price"));
        }
        var seen = new HashSet<Use>();
        for (int at = 0; at < columns.size(); at++) {
            var meaning = columns.get(at);
            var of = meaning.of();
            if (meaning.use().told != null && (of == null || of.isBlank())) {
                gaps.add(new Gap("columns[" + at + "].of", "required"));
            }
            if (!meaning.use().repeats() && !seen.add(meaning.use())) {
                gaps.add(new Gap("columns[" + at + "].use", "layout-twice"));
            }
        }
        return gaps;
    }

    record Gap(String field, String code) {}

    /** The same columns for another day: days and titles change, columns stay. */
    Layout rememberable() {
        return new Layout(
                headingLine,
                columns,
                fixed.entrySet().stream()
                        .filter(entry -> entry.getKey() != UploadColumn.DATE)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * By what a table of this layout is known again: its headings, and the title too when only that says whose prices
     * these are.
     */
    String shape(TableLines table) {
        return shape(table, headingLine, !needsTitle());
    }

    private boolean needsTitle() {
        return fixed.containsKey(UploadColumn.COMMODITY)
                || fixed.containsKey(UploadColumn.PLACE)
                || fixed.containsKey(UploadColumn.STAGE);
    }

    static String shape(TableLines table, int headingLine, boolean headingOnly) {
        var text = table.lines().stream()
                .filter(line -> line.number() == headingLine || !headingOnly && line.number() < headingLine)
                .map(line -> line.cells().stream()
                        .map(cell -> CHANGING.matcher(FoldedText.fold(cell))
                                .replaceAll("")
                                .strip())
                        .collect(Collectors.joining("\u001f")))
                .collect(Collectors.joining("\u001e", headingOnly ? "heading\u001e" : "title\u001e", ""));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
