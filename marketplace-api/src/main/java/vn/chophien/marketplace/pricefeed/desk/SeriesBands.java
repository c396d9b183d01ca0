package vn.chophien.marketplace.pricefeed.desk;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** Measures how far series usually go. */
@Repository
public class SeriesBands {
    private final DatabaseClient database;

    SeriesBands(DatabaseClient database) {
        this.database = database;
    }

    /** The bands of these series by internal id; a series with too little past has none. */
    public Mono<Map<Integer, SeriesBand>> of(List<Integer> seriesIds) {
        return database.sql("""
                        SELECT s.id, steps.ninety_ninth
                        FROM UNNEST(CAST(:series AS integer[])) AS s (id)
                        CROSS JOIN LATERAL (
                            SELECT percentile_cont(0.99) WITHIN GROUP (ORDER BY step) AS ninety_ninth, COUNT(step) AS count
                            FROM (
                                SELECT ABS(LN(CAST(middle AS DOUBLE PRECISION) / LAG(middle) OVER (ORDER BY valid_on))) AS step
                                FROM (
                                    SELECT d.valid_on, d.low + COALESCE(d.high, d.low) AS middle
                                    FROM (
                                        SELECT DISTINCT ON (valid_on) valid_on, low, high, status
                                        FROM price_observation
                                        WHERE series_id = s.id
                                        ORDER BY valid_on DESC, vintage DESC) d
                                    WHERE d.status <> 'W'
                                    LIMIT :prices) last) steps
                            WHERE step IS NOT NULL) steps
                        WHERE steps.count >= :fewest
                        """)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("prices", SeriesBand.STEPS + 1)
                .bind("fewest", SeriesBand.FEWEST_STEPS)
                .map(row -> Map.entry(
                        Columns.integer(row, "id"),
                        SeriesBand.ofSteps(Columns.required(row, "ninety_ninth", Double.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
