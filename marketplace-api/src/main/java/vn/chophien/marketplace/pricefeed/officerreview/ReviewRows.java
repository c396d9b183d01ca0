package vn.chophien.marketplace.pricefeed.officerreview;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Reviews as the tables of drafts keep them. */
public final class ReviewRows {
    private ReviewRows() {}

    /** @param begun what the columns of its author begin with, such as {@code entered} */
    public static OfficerReview read(Readable row, OfficerReview.Refusals refusals, String begun) {
        return read(row, refusals, begun, null);
    }

    /** As {@link #read}, of a table with the columns of a signature. */
    public static OfficerReview readSigned(Readable row, OfficerReview.Refusals refusals, String begun) {
        return read(row, refusals, begun, act(row, "approved"));
    }

    private static OfficerReview read(
            Readable row, OfficerReview.Refusals refusals, String begun, OfficerReview.@Nullable Act approval) {
        return new OfficerReview(
                refusals,
                OfficerReview.State.valueOf(Columns.text(row, "state")),
                Columns.integer(row, "version"),
                new OfficerReview.Act(
                        new AccountId(Columns.uuid(row, begun + "_by")), Columns.instant(row, begun + "_at")),
                Columns.instantOrNull(row, "submitted_at"),
                Columns.textOrNull(row, "returned_for"),
                approval,
                act(row, "closed"));
    }

    private static OfficerReview.@Nullable Act act(Readable row, String done) {
        var by = row.get(done + "_by", UUID.class);
        return by == null ? null : new OfficerReview.Act(new AccountId(by), Columns.instant(row, done + "_at"));
    }

    /** Binds {@code state}, {@code version}, {@code begun_by} and {@code begun_at}. */
    public static DatabaseClient.GenericExecuteSpec bindBegun(
            DatabaseClient.GenericExecuteSpec statement, OfficerReview review) {
        return statement
                .bind("state", review.state().name())
                .bind("version", review.version())
                .bind("begun_by", review.begun().by().value())
                .bind("begun_at", Binds.instant(review.begun().at()));
    }

    /** Binds all that changes: {@code state}, {@code version}, {@code submitted_at}, {@code returned_for}, {@code closed_by} and {@code closed_at}. */
    public static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, OfficerReview review) {
        return bindAct(
                statement
                        .bind("state", review.state().name())
                        .bind("version", review.version())
                        .bind("submitted_at", Binds.instant(review.submittedAt()))
                        .bind("returned_for", Binds.text(review.returnedFor())),
                "closed",
                review.closing());
    }

    /** As {@link #bind}, with {@code approved_by} and {@code approved_at}. */
    public static DatabaseClient.GenericExecuteSpec bindSigned(
            DatabaseClient.GenericExecuteSpec statement, OfficerReview review) {
        return bindAct(bind(statement, review), "approved", review.approval());
    }

    private static DatabaseClient.GenericExecuteSpec bindAct(
            DatabaseClient.GenericExecuteSpec statement, String done, OfficerReview.@Nullable Act act) {
        return statement
                .bind(done + "_by", Binds.uuid(act == null ? null : act.by().value()))
                .bind(done + "_at", Binds.instant(act == null ? null : act.at()));
    }
}
