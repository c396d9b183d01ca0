package vn.chophien.marketplace.pricefeed.upload;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.security.AccountId;

/**
 * An upload as an officer sees it. The list of uploads leaves the rows and findings away.
 *
 * @param version the entity tag of the upload without its quotes
 * @param workbook whether its cells have names such as {@code B7}
 * @param layout what its columns mean; only of an upload that is looked at alone and can still be changed
 * @param entrySet the set of entries that its prices became
 * @param submittable whether its prices can become one
 * @param columns the recognized columns by key, with the headings the file gave them
 */
record UploadResource(
        String id,
        Upload.State state,
        int version,
        @Nullable String fileName,
        boolean workbook,
        String uploadedBy,
        @Nullable String uploadedByName,
        Instant uploadedAt,
        @Nullable String closedBy,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        Map<String, String> columns,
        int rowCount,
        int errorCount,
        int warningCount,
        @Nullable String entrySet,
        boolean submittable,
        @Nullable LayoutResource layout,
        @Nullable List<RowResource> rows,
        @Nullable List<FindingResource> errors,
        @Nullable List<FindingResource> warnings) {

    /** A row as it was read; what could not be read is left away, and {@code cells} has what was written. */
    record RowResource(
            int row,
            int part,
            @Nullable LocalDate date,
            @Nullable SeriesName series,
            @Nullable BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable String unitLabel,
            @Nullable String note,
            @Nullable PreviousPrice previous,
            @Nullable BigDecimal changeRatio,
            Map<String, String> cells) {}

    record SeriesName(String code, String title, String commodityCode) {}

    record PreviousPrice(LocalDate date, BigDecimal price) {}

    /**
     * Something to correct or to look at again; {@code row} is the spreadsheet's number.
     *
     * @param cell where that is in a workbook, such as {@code B7}
     */
    record FindingResource(
            int row,
            int part,
            @Nullable String column,
            @Nullable String cell,
            String code,
            String message) {}

    static UploadResource summary(Upload upload, Map<AccountId, String> names) {
        return of(upload, names, null, null, null, null);
    }

    static UploadResource whole(
            Upload upload,
            @Nullable LayoutResource layout,
            List<DraftRow> rows,
            Map<AccountId, String> names,
            SeriesTexts texts,
            Messages messages,
            Language language) {
        return of(
                upload,
                names,
                layout,
                rows.stream()
                        .filter(DraftRow::hasPrices)
                        .map(row -> row(row, texts, language))
                        .toList(),
                findings(upload, rows, Finding.Severity.ERROR, messages, language),
                findings(upload, rows, Finding.Severity.WARNING, messages, language));
    }

    private static UploadResource of(
            Upload upload,
            Map<AccountId, String> names,
            @Nullable LayoutResource layout,
            @Nullable List<RowResource> rows,
            @Nullable List<FindingResource> errors,
            @Nullable List<FindingResource> warnings) {
        var closedBy = upload.closedBy();
        var entrySet = upload.entrySet();
        return new UploadResource(
                upload.id().toString(),
                upload.state(),
                upload.version(),
                upload.fileName(),
                upload.workbook(),
                upload.uploadedBy().toString(),
                names.get(upload.uploadedBy()),
                upload.uploadedAt(),
                closedBy == null ? null : closedBy.toString(),
                closedBy == null ? null : names.get(closedBy),
                upload.closedAt(),
                upload.columns(),
                upload.rowCount(),
                upload.errorCount(),
                upload.warningCount(),
                entrySet == null ? null : entrySet.toString(),
                upload.isSubmittable(),
                layout,
                rows,
                errors,
                warnings);
    }

    private static RowResource row(DraftRow row, SeriesTexts texts, Language language) {
        var series = row.series();
        var price = row.price();
        var previous = row.previous();
        return new RowResource(
                row.number(),
                row.part(),
                row.validOn(),
                series == null ? null : name(series, texts, language),
                price == null ? null : price.middle(),
                price == null || !price.isRange() ? null : price.min(),
                price == null || !price.isRange() ? null : price.max(),
                series == null ? null : texts.unit(series, language),
                row.note(),
                previous == null
                        ? null
                        : new PreviousPrice(previous.validOn(), previous.price().middle()),
                price == null || previous == null ? null : price.changeFrom(previous.price()),
                row.cells());
    }

    private static SeriesName name(PriceSeries series, SeriesTexts texts, Language language) {
        return new SeriesName(
                series.code().value(),
                texts.title(series, language),
                series.commodity().code());
    }

    private static List<FindingResource> findings(
            Upload upload, List<DraftRow> rows, Finding.Severity severity, Messages messages, Language language) {
        return rows.stream()
                .flatMap(row -> row.findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .map(finding -> new FindingResource(
                                row.number(),
                                row.part(),
                                finding.column(),
                                cell(upload, row, finding.column()),
                                finding.code(),
                                messages.format(language, "prices.finding." + finding.code(), finding.arguments()))))
                .toList();
    }

    private static @Nullable String cell(Upload upload, DraftRow row, @Nullable String column) {
        var layout = upload.layout();
        if (!upload.workbook() || layout == null || column == null) {
            return null;
        }
        var named = UploadColumn.valueOf(column.toUpperCase(Locale.ROOT));
        int at = named == UploadColumn.PRICE ? row.priceColumn() : layout.position(named);
        return at < 0 ? null : TableLines.letters(at) + row.number();
    }
}
