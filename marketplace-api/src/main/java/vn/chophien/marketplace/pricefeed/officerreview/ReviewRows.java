package vn.chophien.marketplace.pricefeed.officerreview;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

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

    /**
     * Lists drafts, newest first.
     *
     * @param select the columns and the table
     * @param state the only one that is wanted; null for all
     */
    public static DatabaseClient.GenericExecuteSpec newest(
            DatabaseClient database,
            String select,
            String begun,
            OfficerReview.@Nullable State state,
            int count,
            ListPosition before) {
        return database.sql(select + """
                        WHERE (CAST(:state AS TEXT) IS NULL OR state = :state)
                          AND (%1$s_at, id) < (:before, :before_id)
                        ORDER BY %1$s_at DESC, id DESC
                        LIMIT :count
                        """.formatted(begun))
                .bind("state", Binds.text(state == null ? null : state.name()))
                .bind("before", before.at())
                .bind("before_id", before.id())
                .bind("count", count);
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
