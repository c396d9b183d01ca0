package vn.chophien.marketplace.pricefeed.upload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean, beside its first lines.
 *
 * @param lines the heading with what is above it and some lines below
 */
record LayoutResource(int headingLine, List<ColumnResource> columns, FixedResource fixed, List<LineResource> lines) {
    private static final int LINES_BELOW = 6;
    private static final int LINES_ABOVE = 3;

    /**
     * @param letter as spreadsheets name it
     * @param of for a price of something: of what
     */
    record ColumnResource(
            String letter,
            String heading,
            Layout.Use use,
            @Nullable String of) {}

    /** What holds for every line. */
    record FixedResource(
            @Nullable LocalDate date,
            @Nullable String commodity,
            @Nullable String grade,
            @Nullable String stage,
            @Nullable String place,
            @Nullable String unit) {}

    record LineResource(int number, List<String> cells) {}

    static LayoutResource of(Layout layout, TableLines table) {
        var heading = table.line(layout.headingLine()).orElseGet(() -> new TableLines.Line(0, List.of()));
        var columns = new ArrayList<ColumnResource>();
        for (int at = 0; at < layout.columns().size(); at++) {
            var meaning = layout.columns().get(at);
            columns.add(new ColumnResource(TableLines.letters(at), heading.cell(at), meaning.use(), meaning.of()));
        }
        var fixed = layout.fixed();
        var day = fixed.get(UploadColumn.DATE);
        return new LayoutResource(
                layout.headingLine(),
                columns,
                new FixedResource(
                        day == null ? null : StatedDate.read(day).orElse(null),
                        fixed.get(UploadColumn.COMMODITY),
                        fixed.get(UploadColumn.GRADE),
                        fixed.get(UploadColumn.STAGE),
                        fixed.get(UploadColumn.PLACE),
                        fixed.get(UploadColumn.UNIT)),
                table.lines().stream()
                        .filter(line -> !line.isBlank())
                        .filter(line -> line.number() >= layout.headingLine() - LINES_ABOVE)
                        .limit(LINES_ABOVE + 1L + LINES_BELOW)
                        .map(line -> new LineResource(line.number(), line.cells()))
                        .toList());
    }
}
