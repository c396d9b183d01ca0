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
 * @param columns the keys of the recognized columns with the file's own headings, in the file's order
 */
record Upload(
        UploadId id,
        State state,
        @Nullable String fileName,
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
            Map<String, String> columns,
            List<DraftRow> rows,
            Instant now) {
        var findings = rows.stream().flatMap(row -> row.findings().stream()).toList();
        int errors = (int) findings.stream().filter(Finding::isError).count();
        return new Upload(
                UploadId.generate(),
                State.DRAFT,
                fileName,
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

    /** Whether it can become a set of entries. */
    boolean isSubmittable() {
        return state == State.DRAFT && errorCount == 0;
    }
}
