package vn.chophien.storefront.tradedesk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.chophien.locales.Formats;
import vn.chophien.storefront.page.FormErrors;

/** A price table with what was found in it. */
public record UploadView(TradeDeskApi.Upload upload, FormErrors errors) {

    public boolean isUnexplained() {
        return upload.state() == TradeDeskApi.State.MAPPING;
    }

    public boolean isDraft() {
        return upload.state() == TradeDeskApi.State.DRAFT;
    }

    public boolean isSubmitted() {
        return upload.state() == TradeDeskApi.State.SUBMITTED;
    }

    public boolean isDiscarded() {
        return upload.state() == TradeDeskApi.State.DISCARDED;
    }

    public boolean isPublished() {
        return upload.state() == TradeDeskApi.State.PUBLISHED;
    }

    public boolean hasFinding(String code) {
        return upload.warnings().stream().anyMatch(finding -> finding.code().equals(code));
    }

    /** What there is to say about a column of a row. */
    public List<TradeDeskApi.Finding> errorsAt(TradeDeskApi.Row row, String... columns) {
        return at(upload.errors(), row, List.of(columns));
    }

    public List<TradeDeskApi.Finding> warningsAt(TradeDeskApi.Row row, String... columns) {
        return at(upload.warnings(), row, List.of(columns));
    }

    /** The class of a cell that something was found in. */
    public Optional<String> cellClass(TradeDeskApi.Row row, String... columns) {
        if (!errorsAt(row, columns).isEmpty()) {
            return Optional.of("cell-error");
        }
        return warningsAt(row, columns).isEmpty() ? Optional.empty() : Optional.of("cell-warning");
    }

    public Optional<String> figures(TradeDeskApi.Row row, Formats formats) {
        var price = row.price();
        if (price == null) {
            return Optional.empty();
        }
        var min = row.priceMin();
        var max = row.priceMax();
        return Optional.of(
                min == null || max == null
                        ? formats.decimal(price)
                        : formats.decimal(min) + "–" + formats.decimal(max));
    }

    /** What was written in a cell, when it is not what will be published. */
    public Optional<String> written(TradeDeskApi.Row row, String column) {
        return Optional.ofNullable(row.cells().get(column)).filter(text -> !text.isEmpty());
    }

    private static List<TradeDeskApi.Finding> at(
            List<TradeDeskApi.Finding> findings, TradeDeskApi.Row row, List<String> columns) {
        return findings.stream()
                .filter(finding -> finding.row() == row.row() && finding.part() == row.part())
                .filter(finding -> columns.contains(Objects.requireNonNullElse(finding.column(), "")))
                .toList();
    }
}
