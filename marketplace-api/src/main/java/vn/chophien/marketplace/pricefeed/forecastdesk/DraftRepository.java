package vn.chophien.marketplace.pricefeed.forecastdesk;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastRows;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.pricefeed.officerreview.ReviewRows;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** Keeps drafts of forecasts. */
@Repository
class DraftRepository {
    private static final String POINTS = "price_forecast_draft_point";
    private static final String KEY = "draft_id";
    private static final String SELECT = """
            SELECT id, state, version, drafted_by, drafted_at, submitted_at, returned_for, closed_by, closed_at,
            """ + ForecastRows.COLUMNS + " FROM price_forecast_draft ";

    private final DatabaseClient database;

    DraftRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<ForecastDraft> find(ForecastDraftId id) {
        return one(id, "");
    }

    /** As {@link #find}, and nobody else may change it until this transaction ends. */
    Mono<ForecastDraft> findForChange(ForecastDraftId id) {
        return one(id, " FOR UPDATE");
    }

    private Mono<ForecastDraft> one(ForecastDraftId id, String lock) {
        return database.sql(SELECT + "WHERE id = :id" + lock)
                .bind("id", id.value())
                .map(DraftRepository::head)
                .one()
                .flatMap(head -> ForecastRows.steps(database, POINTS, KEY, id.value())
                        .map(steps -> new ForecastDraft(
                                head.id(), head.review(), head.content().with(steps))));
    }

    /** Without their points, newest first. */
    Flux<ForecastDraft> recent(OfficerReview.@Nullable State state, int count, ListPosition before) {
        return ReviewRows.newest(database, SELECT, "drafted", state, count, before)
                .map(DraftRepository::head)
                .all();
    }

    /** The series on which somebody works. */
    Flux<Integer> openSeries() {
        return database.sql("SELECT series_id FROM price_forecast_draft WHERE state IN ('DRAFT', 'SUBMITTED')")
                .map(row -> Columns.integer(row, "series_id"))
                .all();
    }

    /** Whether there is news of the series since its draft was made. */
    Mono<Boolean> isOutdated(ForecastContent content) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT FROM price_observation WHERE series_id = :series AND vintage > :vintage) AS outdated
                        """)
                .bind("series", content.seriesId())
                .bind("vintage", content.dataVintage())
                .map(row -> Columns.flag(row, "outdated"))
                .one();
    }

    /** The number under which a draft was issued; empty when it was not. */
    Mono<Integer> issuedNumber(ForecastDraftId id) {
        return database.sql("SELECT number FROM price_forecast WHERE draft_id = :id")
                .bind("id", id.value())
                .map(row -> Columns.integer(row, "number"))
                .one();
    }

    /** Adds it unless somebody works on one of its series already. */
    Mono<Boolean> insert(ForecastDraft draft) {
        var statement = ReviewRows.bindBegun(
                        database.sql("INSERT INTO price_forecast_draft (id, state, version, drafted_by, drafted_at, "
                                + ForecastRows.COLUMNS
                                + ") VALUES (:id, :state, :version, :begun_by, :begun_at, "
                                + ForecastRows.VALUES
                                + ") ON CONFLICT (series_id) WHERE state IN ('DRAFT', 'SUBMITTED') DO NOTHING"),
                        draft.review())
                .bind("id", draft.id().value());
        return ForecastRows.bind(statement, draft.content())
                .fetch()
                .rowsUpdated()
                .flatMap(rows ->
                        rows == 0 ? Mono.just(false) : insertSteps(draft).thenReturn(true));
    }

    private Mono<Void> insertSteps(ForecastDraft draft) {
        return ForecastRows.insertSteps(
                database, POINTS, KEY, draft.id().value(), draft.content().steps());
    }

    Mono<Void> update(ForecastDraft draft) {
        var words = draft.content().words();
        return ReviewRows.bind(database.sql("""
                        UPDATE price_forecast_draft
                        SET state = :state, version = :version, submitted_at = :submitted_at, returned_for = :returned_for,
                            closed_by = :closed_by, closed_at = :closed_at, annotation_vi = :annotation_vi,
                            annotation_en = :annotation_en, reason_vi = :reason_vi, reason_en = :reason_en
                        WHERE id = :id
                        """), draft.review())
                .bind("id", draft.id().value())
                .bind("annotation_vi", Binds.text(words.annotationVi()))
                .bind("annotation_en", Binds.text(words.annotationEn()))
                .bind("reason_vi", Binds.text(words.reasonVi()))
                .bind("reason_en", Binds.text(words.reasonEn()))
                .then();
    }

    /** Puts these points in the place of those of a draft. */
    Mono<Void> replaceSteps(ForecastDraft draft) {
        return database.sql("DELETE FROM price_forecast_draft_point WHERE draft_id = :id")
                .bind("id", draft.id().value())
                .then()
                .then(Mono.defer(() -> insertSteps(draft)));
    }

    private static ForecastDraft head(Readable row) {
        return new ForecastDraft(
                new ForecastDraftId(Columns.uuid(row, "id")),
                ReviewRows.read(row, DraftProblem.REFUSALS, "drafted"),
                ForecastRows.content(row, List.of()));
    }
}
