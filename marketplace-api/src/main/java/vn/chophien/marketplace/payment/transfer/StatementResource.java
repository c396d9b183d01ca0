package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.transfer.StatementUploading.Preview;
import vn.chophien.marketplace.payment.vietqr.Banks;

/** What an uploaded statement brings. */
record StatementResource(
        String id,
        @Nullable String fileName,
        String bank,
        String accountHint,
        Instant uploadedAt,
        @Nullable Instant appliedAt,
        int skipped,
        int fresh,
        int atFault,
        List<Row> rows) {

    static StatementResource from(Preview preview, Banks banks) {
        var statement = preview.statement();
        var rows = statement.rows().stream().map(row -> Row.from(row, preview)).toList();
        return new StatementResource(
                statement.id().toString(),
                statement.fileName(),
                banks.name(statement.bin()),
                BankAccount.hint(statement.number()),
                statement.uploadedAt(),
                statement.appliedAt(),
                statement.skipped(),
                (int) rows.stream()
                        .filter(row -> row.error() == null && !row.known())
                        .count(),
                (int) rows.stream().filter(row -> row.error() != null).count(),
                rows);
    }

    /** @param known whether this transfer was taken in before, from this file or otherwise */
    record Row(
            int number,
            @Nullable String bankReference,
            @Nullable Instant bookedAt,
            @Nullable Long amount,
            @Nullable String description,
            boolean known,
            @Nullable String column,
            @Nullable String error) {

        static Row from(StatementRow row, Preview preview) {
            return new Row(
                    row.number(),
                    row.reference(),
                    row.bookedAt(),
                    row.amount(),
                    row.description(),
                    row.reference() != null && preview.known().contains(row.reference()),
                    row.errorColumn(),
                    row.error());
        }
    }
}
