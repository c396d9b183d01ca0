package vn.chophien.marketplace.pricefeed.upload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.desk.EntrySetId;
import vn.chophien.marketplace.security.AccountId;

/**
 * A table of prices that an officer sent. It is a draft, seen by officers only, until someone publishes or discards it.
 *
 * @param entrySet what its prices became
 * @param version raised by every change of the layout
 * @param workbook whether its cells have names such as {@code B7}
 * @param layout what its columns mean; null for uploads of long ago
 * @param columns the keys of the recognized columns with the file's own headings, in the file's order
 */
record Upload(
        UploadId id,
        State state,
        int version,
        @Nullable String fileName,
        boolean workbook,
        @Nullable Layout layout,
        AccountId uploadedBy,
        Instant uploadedAt,
        Map<String, String> columns,
        int rowCount,
        int errorCount,
        int warningCount,
        @Nullable EntrySetId entrySet,
        @Nullable AccountId closedBy,
        @Nullable Instant closedAt) {

    enum State {
        /** An officer has yet to say what the columns mean. */
        MAPPING,
        DRAFT,
        /** Its prices are a set of entries now, which goes its own way to publication. */
        SUBMITTED,
        PUBLISHED,
        DISCARDED
    }

    /** A fresh draft of these rows. */
    static Upload draft(
            AccountId officer,
            @Nullable String fileName,
            boolean workbook,
            Layout layout,
            Map<String, String> columns,
            List<DraftRow> rows,
            Instant now) {
        var findings = rows.stream().flatMap(row -> row.findings().stream()).toList();
        int errors = (int) findings.stream().filter(Finding::isError).count();
        return new Upload(
                UploadId.generate(),
                State.DRAFT,
                1,
                fileName,
                workbook,
                layout,
                officer,
                now,
                columns,
                (int) rows.stream().filter(DraftRow::hasPrices).count(),
                errors,
                findings.size() - errors,
                null,
                null,
                null);
    }

    /** A fresh upload whose columns an officer has to explain; {@code proposal} is a guess. */
    static Upload unexplained(
            AccountId officer, @Nullable String fileName, boolean workbook, Layout proposal, Instant now) {
        return new Upload(
                UploadId.generate(),
                State.MAPPING,
                1,
                fileName,
                workbook,
                proposal,
                officer,
                now,
                Map.of(),
                0,
                0,
                0,
                null,
                null,
                null);
    }

    /** The same file, read anew along another layout. */
    Upload explained(Upload anew) {
        return new Upload(
                id,
                State.DRAFT,
                version + 1,
                fileName,
                workbook,
                anew.layout,
                uploadedBy,
                uploadedAt,
                anew.columns,
                anew.rowCount,
                anew.errorCount,
                anew.warningCount,
                null,
                null,
                null);
    }

    /** Whether what its columns mean can still be changed. */
    boolean isOpen() {
        return state == State.DRAFT || state == State.MAPPING;
    }

    /** Whether it can become a set of entries. */
    boolean isSubmittable() {
        return state == State.DRAFT && errorCount == 0;
    }
}
