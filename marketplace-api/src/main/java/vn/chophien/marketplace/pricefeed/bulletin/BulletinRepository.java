package vn.chophien.marketplace.pricefeed.bulletin;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.pricefeed.officerreview.ReviewRows;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** Keeps drafts of bulletins. */
@Repository
class BulletinRepository {
    private static final String SELECT = """
            SELECT id, state, version, period, from_day, to_day, vintage, series_ids, title_vi, title_en, body_vi, body_en,
                   corrects, reason, written_by, written_at, submitted_at, returned_for, approved_by, approved_at, closed_by,
                   closed_at
            FROM price_bulletin_draft
            """;

    private final DatabaseClient database;

    BulletinRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<BulletinDraft> find(BulletinId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(BulletinRepository::fromRow)
                .one();
    }

    /** As {@link #find}, and nobody else may change it until this transaction ends. */
    Mono<BulletinDraft> findForChange(BulletinId id) {
        return database.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map(BulletinRepository::fromRow)
                .one();
    }

    /** Newest first. */
    Flux<BulletinDraft> recent(OfficerReview.@Nullable State state, int count, ListPosition before) {
        return ReviewRows.newest(database, SELECT, "written", state, count, before)
                .map(BulletinRepository::fromRow)
                .all();
    }

    /** Fails with {@link BulletinProblem.CorrectionOpen} while another correction of the same bulletin is open. */
    Mono<Void> insert(BulletinDraft draft) {
        return bound(ReviewRows.bindBegun(database.sql("""
                        INSERT INTO price_bulletin_draft (id, state, version, period, from_day, to_day, vintage, series_ids,
                            title_vi, title_en, body_vi, body_en, corrects, reason, written_by, written_at)
                        VALUES (:id, :state, :version, :period, :from_day, :to_day, :vintage, :series_ids, :title_vi, :title_en,
                            :body_vi, :body_en, :corrects, :reason, :begun_by, :begun_at)
                        """), draft.review()), draft)
                .bind("period", draft.scope().period().name())
                .bind("from_day", draft.scope().from())
                .bind("to_day", draft.scope().to())
                .bind("series_ids", draft.scope().seriesIds().toArray(Integer[]::new))
                .bind("corrects", Binds.integer(draft.corrects()))
                .then()
                .onErrorMap(DuplicateKeyException.class, other -> openAlready(draft, other));
    }

    private static Throwable openAlready(BulletinDraft draft, DuplicateKeyException other) {
        var corrects = draft.corrects();
        return corrects == null ? other : new BulletinProblem.CorrectionOpen(corrects);
    }

    Mono<Void> update(BulletinDraft draft) {
        return bound(ReviewRows.bindSigned(database.sql("""
                        UPDATE price_bulletin_draft
                        SET state = :state, version = :version, vintage = :vintage, title_vi = :title_vi, title_en = :title_en,
                            body_vi = :body_vi, body_en = :body_en, reason = :reason, submitted_at = :submitted_at,
                            returned_for = :returned_for, approved_by = :approved_by, approved_at = :approved_at,
                            closed_by = :closed_by, closed_at = :closed_at
                        WHERE id = :id
                        """), draft.review()), draft)
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec statement, BulletinDraft draft) {
        return statement
                .bind("id", draft.id().value())
                .bind("vintage", draft.scope().vintage())
                .bind("title_vi", draft.text().titleVi())
                .bind("title_en", draft.text().titleEn())
                .bind("body_vi", draft.text().bodyVi())
                .bind("body_en", draft.text().bodyEn())
                .bind("reason", Binds.text(draft.reason()));
    }

    private static BulletinDraft fromRow(Readable row) {
        return new BulletinDraft(
                new BulletinId(Columns.uuid(row, "id")),
                ReviewRows.readSigned(row, BulletinProblem.REFUSALS, "written"),
                scope(row),
                text(row),
                Columns.integerOrNull(row, "corrects"),
                Columns.textOrNull(row, "reason"));
    }

    static Scope scope(Readable row) {
        return new Scope(
                Period.valueOf(Columns.text(row, "period")),
                Columns.required(row, "from_day", LocalDate.class),
                Columns.required(row, "to_day", LocalDate.class),
                Columns.integer(row, "vintage"),
                List.of(Columns.required(row, "series_ids", Integer[].class)));
    }

    static BulletinText text(Readable row) {
        return new BulletinText(
                Columns.text(row, "title_vi"),
                Columns.text(row, "title_en"),
                Columns.text(row, "body_vi"),
                Columns.text(row, "body_en"));
    }
}
