package vn.chophien.marketplace.pricefeed.upload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an officer says of the columns. */
record LayoutRequest(
        @Min(1) int headingLine,

        @NotNull @Size(max = 200) List<@Valid @NotNull ColumnRequest> columns,

        @Nullable @Valid FixedRequest fixed) {

    record ColumnRequest(
            @NotNull Layout.Use use,
            @Nullable @Size(max = 200) String of) {}

    record FixedRequest(
            @Nullable LocalDate date,
            @Nullable @Size(max = 200) String commodity,
            @Nullable @Size(max = 200) String grade,
            @Nullable @Size(max = 200) String stage,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 60) String unit) {}

    Layout layout() {
        return new Layout(
                headingLine,
                columns.stream()
                        .map(column -> new Layout.Meaning(column.use(), stripped(column.of())))
                        .toList(),
                fixed == null ? Map.of() : texts(fixed));
    }

    private static Map<UploadColumn, String> texts(FixedRequest fixed) {
        var texts = new EnumMap<UploadColumn, String>(UploadColumn.class);
        put(texts, UploadColumn.DATE, fixed.date() == null ? null : String.valueOf(fixed.date()));
        put(texts, UploadColumn.COMMODITY, fixed.commodity());
        put(texts, UploadColumn.GRADE, fixed.grade());
        put(texts, UploadColumn.STAGE, fixed.stage());
        put(texts, UploadColumn.PLACE, fixed.place());
        put(texts, UploadColumn.UNIT, fixed.unit());
        return texts;
    }

    private static void put(Map<UploadColumn, String> texts, UploadColumn column, @Nullable String text) {
        var stripped = stripped(text);
        if (stripped != null) {
            texts.put(column, stripped);
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
