package vn.chophien.marketplace.pricefeed.forecastrecord;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Keeps issued forecasts, and reads them as they stood in a vintage. */
@Repository
public class IssuedForecasts {
    private static final String TABLE = "price_forecast_point";
    private static final String KEY = "forecast_number";

    private static final String SELECT = """
            SELECT f.number, p.id AS publication_id, f.vintage, p.published_at, f.retrospective,
            """ + ForecastRows.COLUMNS + """
            FROM price_forecast f
            JOIN price_publication p ON p.vintage = f.vintage
            """;

    private final DatabaseClient database;

    IssuedForecasts(DatabaseClient database) {
        this.database = database;
    }

    /** A forecast by name only, as news tell of it. */
    public record Named(int number, int seriesId) {}

    /** Adds a forecast to the vintage that is being published, under the next number. */
    public Mono<Integer> insert(int vintage, @Nullable UUID draft, boolean retrospective, ForecastContent content) {
        var statement = database.sql("INSERT INTO price_forecast (number, vintage, draft_id, retrospective, "
                        + ForecastRows.COLUMNS
                        + ") SELECT COALESCE(MAX(number), 0) + 1, :vintage, :draft, :retrospective, "
                        + ForecastRows.VALUES
                        + " FROM price_forecast RETURNING number")
                .bind("vintage", vintage)
                .bind("draft", Binds.uuid(draft))
                .bind("retrospective", retrospective);
        return ForecastRows.bind(statement, content)
                .map(row -> Columns.integer(row, "number"))
                .one()
                .flatMap(number -> ForecastRows.insertSteps(database, TABLE, KEY, number, content.steps())
                        .thenReturn(number));
    }

    /** The newest of a series. */
    public Mono<IssuedForecast> newest(int seriesId, int vintage) {
        return before(seriesId, Integer.MAX_VALUE, 1, vintage).next();
    }

    /** Those of a series below a number, newest first. */
    Flux<IssuedForecast> before(int seriesId, int number, int count, int vintage) {
        return whole(database.sql(SELECT + """
                        WHERE f.series_id = :series AND f.number < :number AND f.vintage <= :vintage
                        ORDER BY f.number DESC
                        LIMIT :count
                        """)
                .bind("series", seriesId)
                .bind("number", number)
                .bind("vintage", vintage)
                .bind("count", count));
    }

    Mono<IssuedForecast> find(int seriesId, int number, int vintage) {
        return whole(database.sql(
                                SELECT + "WHERE f.number = :number AND f.series_id = :series AND f.vintage <= :vintage")
                        .bind("number", number)
                        .bind("series", seriesId)
                        .bind("vintage", vintage))
                .next();
    }

    /** The newest issued numbers of series, of those that have one. */
    public Flux<IssuedForecast> newestOf(List<Integer> seriesIds) {
        return whole(database.sql(SELECT + """
                        WHERE f.number IN (
                            SELECT (SELECT MAX(number) FROM price_forecast n WHERE n.series_id = s.id)
                            FROM UNNEST(CAST(:series AS integer[])) AS s (id))
                        ORDER BY f.number
                        """).bind("series", seriesIds.toArray(Integer[]::new)));
    }

    /** What a publication issued of these series. */
    public Flux<IssuedForecast> issuedBy(int vintage, Collection<Integer> seriesIds, int count) {
        return whole(database.sql(SELECT + """
                        WHERE f.vintage = :vintage AND f.series_id = ANY (CAST(:series AS integer[]))
                        ORDER BY f.number
                        LIMIT :count
                        """)
                .bind("vintage", vintage)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("count", count));
    }

    /** What a publication issued. */
    public Flux<Named> ofVintage(int vintage) {
        return database.sql("SELECT number, series_id FROM price_forecast WHERE vintage = :vintage ORDER BY number")
                .bind("vintage", vintage)
                .map(row -> new Named(Columns.integer(row, "number"), Columns.integer(row, "series_id")))
                .all();
    }

    /** Whether there are forecasts that no officer drafted. */
    public Mono<Boolean> hasDemonstration() {
        return database.sql("SELECT EXISTS (SELECT FROM price_forecast WHERE draft_id IS NULL) AS present")
                .map(row -> Columns.flag(row, "present"))
                .one();
    }

    /** With their points, read when the heads are in: a connection answers one question at a time. */
    private Flux<IssuedForecast> whole(DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .map(IssuedForecasts::head)
                .all()
                .collectList()
                .flatMapIterable(heads -> heads)
                .concatMap(head -> ForecastRows.steps(database, TABLE, KEY, head.number())
                        .map(steps -> new IssuedForecast(
                                head.number(),
                                head.publication(),
                                head.vintage(),
                                head.issuedAt(),
                                head.retrospective(),
                                head.content().with(steps))));
    }

    private static IssuedForecast head(Readable row) {
        return new IssuedForecast(
                Columns.integer(row, "number"),
                Columns.uuid(row, "publication_id"),
                Columns.integer(row, "vintage"),
                Columns.instant(row, "published_at"),
                Columns.flag(row, "retrospective"),
                ForecastRows.content(row, List.of()));
    }
}
