package vn.chophien.marketplace.pricefeed.forecastrecord;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.sql.Columns;

/**
 * Holds issued forecasts against the prices that came. Nothing of it is stored: a correction of a price changes the scores
 * from its vintage on, and the scores of an earlier vintage stay what they were.
 *
 * <p>Of a step the last price counts. A price that was public before its forecast was issued is not scored: nobody foresees
 * what is known.
 */
@Repository
class ForecastScoring {
    private static final String SELECT = """
            SELECT f.number, f.series_id, f.retrospective, f.last_price, p.step, p.valid_on, p.mean, p.lo80, p.hi80, p.lo95,
                   p.hi95, p.season_ago, p.officer_mean, p.officer_lo80, p.officer_hi80, p.officer_lo95, p.officer_hi95,
                   o.low, o.high
            FROM price_forecast f
            JOIN price_forecast_point p ON p.forecast_number = f.number
            CROSS JOIN LATERAL (
                SELECT d.low, d.high
                FROM (
                    SELECT DISTINCT ON (valid_on) valid_on, low, high, status
                    FROM price_observation
                    WHERE series_id = f.series_id AND valid_on >= p.valid_on AND valid_on < p.next_on AND vintage <= :vintage
            """;
    private static final String WHERE = """
                WHERE d.status <> 'W'
                LIMIT 1) o
            WHERE f.vintage <= :vintage AND f.series_id = ANY (CAST(:series AS integer[]))
              AND (f.retrospective OR NOT EXISTS (
                  SELECT FROM price_observation k
                  WHERE k.series_id = f.series_id AND k.valid_on >= p.valid_on AND k.valid_on < p.next_on
                    AND k.vintage <= f.vintage))
            ORDER BY f.series_id, f.number, p.step
            """;

    private final DatabaseClient database;

    ForecastScoring(DatabaseClient database) {
        this.database = database;
    }

    /** Which prices count as what came. */
    enum Against {
        /** As they stand after corrections. */
        CURRENT("ORDER BY valid_on DESC, vintage DESC) d "),
        /** As they were said first. */
        FIRST_PUBLISHED("AND status <> 'W' ORDER BY valid_on DESC, vintage) d ");

        private final String order;

        Against(String order) {
            this.order = order;
        }
    }

    Mono<List<ScoredPoint>> ofSeries(int seriesId, Against against, KnownAt known) {
        return ofEach(List.of(seriesId), against, known).collectList();
    }

    /** Of several series, one after the other. */
    Flux<ScoredPoint> ofEach(List<Integer> seriesIds, Against against, KnownAt known) {
        return database.sql(SELECT + against.order + WHERE)
                .bind("vintage", known.vintage())
                .bind("series", seriesIds.toArray(Integer[]::new))
                .map(ForecastScoring::fromRow)
                .all();
    }

    /** The series that had forecasts by a state. */
    Flux<Integer> forecast(KnownAt known) {
        return database.sql(
                        "SELECT DISTINCT series_id FROM price_forecast WHERE vintage <= :vintage ORDER BY series_id")
                .bind("vintage", known.vintage())
                .map(row -> Columns.integer(row, "series_id"))
                .all();
    }

    /** Those of which a publication after one vintage, up to a state, said a price or issued a forecast. */
    Flux<Integer> forecastAndTouched(int after, KnownAt known) {
        return database.sql("""
                        SELECT DISTINCT f.series_id
                        FROM price_forecast f
                        WHERE f.vintage <= :vintage
                          AND f.series_id IN (
                              SELECT series_id FROM price_month WHERE vintage > :after AND vintage <= :vintage
                              UNION ALL
                              SELECT series_id FROM price_forecast WHERE vintage > :after AND vintage <= :vintage)
                        ORDER BY f.series_id
                        """)
                .bind("after", after)
                .bind("vintage", known.vintage())
                .map(row -> Columns.integer(row, "series_id"))
                .all();
    }

    private static ScoredPoint fromRow(Readable row) {
        var seasonAgo = row.get("season_ago", BigDecimal.class);
        var officer = ForecastRows.officer(row);
        return new ScoredPoint(
                Columns.integer(row, "number"),
                Columns.integer(row, "series_id"),
                Columns.integer(row, "step"),
                Columns.flag(row, "retrospective"),
                Price.ofRecord(Columns.number(row, "low"), row.get("high", Long.class))
                        .middle()
                        .doubleValue(),
                value(row, "last_price"),
                seasonAgo == null ? null : seasonAgo.doubleValue(),
                new ScoredPoint.Bounds(
                        value(row, "mean"),
                        value(row, "lo80"),
                        value(row, "hi80"),
                        value(row, "lo95"),
                        value(row, "hi95")),
                officer == null
                        ? null
                        : new ScoredPoint.Bounds(
                                officer.mean().doubleValue(),
                                officer.lo80().doubleValue(),
                                officer.hi80().doubleValue(),
                                officer.lo95().doubleValue(),
                                officer.hi95().doubleValue()));
    }

    private static double value(Readable row, String column) {
        return Columns.required(row, column, BigDecimal.class).doubleValue();
    }
}
