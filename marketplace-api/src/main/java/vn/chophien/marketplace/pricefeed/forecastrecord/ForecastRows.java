package vn.chophien.marketplace.pricefeed.forecastrecord;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** What drafts and issued forecasts have in common in their tables. */
public final class ForecastRows {
    public static final String COLUMNS = """
            series_id, data_vintage, origin, method, last_price, annotation_vi, annotation_en, reason_vi, reason_en,
            backtest_origins, backtest_compared, mape, relative_to_last_price, relative_to_last_year, coverage80, coverage95
            """;

    /** The values of {@link #COLUMNS}, for {@link #bind}. */
    public static final String VALUES = """
            :series_id, :data_vintage, :origin, :method, :last_price, :annotation_vi, :annotation_en, :reason_vi, :reason_en,
            :backtest_origins, :backtest_compared, :mape, :relative_to_last_price, :relative_to_last_year, :coverage80,
            :coverage95
            """;

    private static final String POINT_COLUMNS = """
            step, valid_on, next_on, mean, lo80, hi80, lo95, hi95, season_ago,
            officer_mean, officer_lo80, officer_hi80, officer_lo95, officer_hi95
            """;

    private ForecastRows() {}

    public static GenericExecuteSpec bind(GenericExecuteSpec statement, ForecastContent content) {
        var accuracy = content.accuracy();
        var words = content.words();
        return statement
                .bind("series_id", content.seriesId())
                .bind("data_vintage", content.dataVintage())
                .bind("origin", content.origin())
                .bind("method", content.method())
                .bind("last_price", content.lastPrice())
                .bind("annotation_vi", Binds.text(words.annotationVi()))
                .bind("annotation_en", Binds.text(words.annotationEn()))
                .bind("reason_vi", Binds.text(words.reasonVi()))
                .bind("reason_en", Binds.text(words.reasonEn()))
                .bind("backtest_origins", Binds.integer(accuracy == null ? null : accuracy.origins()))
                .bind("backtest_compared", Binds.integer(accuracy == null ? null : accuracy.compared()))
                .bind("mape", Binds.decimal(accuracy == null ? null : accuracy.mape()))
                .bind("relative_to_last_price", Binds.decimal(accuracy == null ? null : accuracy.relativeToLastPrice()))
                .bind("relative_to_last_year", Binds.decimal(accuracy == null ? null : accuracy.relativeToLastYear()))
                .bind("coverage80", Binds.decimal(accuracy == null ? null : accuracy.coverage80()))
                .bind("coverage95", Binds.decimal(accuracy == null ? null : accuracy.coverage95()));
    }

    public static ForecastContent content(Readable row, List<ForecastContent.Step> steps) {
        var origins = Columns.integerOrNull(row, "backtest_origins");
        return new ForecastContent(
                Columns.integer(row, "series_id"),
                Columns.integer(row, "data_vintage"),
                Columns.required(row, "origin", LocalDate.class),
                Columns.text(row, "method"),
                decimal(row, "last_price"),
                steps,
                origins == null
                        ? null
                        : new ForecastAccuracy(
                                origins,
                                Columns.integer(row, "backtest_compared"),
                                decimal(row, "mape"),
                                row.get("relative_to_last_price", BigDecimal.class),
                                row.get("relative_to_last_year", BigDecimal.class),
                                decimal(row, "coverage80"),
                                decimal(row, "coverage95")),
                new ForecastContent.Words(
                        Columns.textOrNull(row, "annotation_vi"),
                        Columns.textOrNull(row, "annotation_en"),
                        Columns.textOrNull(row, "reason_vi"),
                        Columns.textOrNull(row, "reason_en")));
    }

    /**
     * @param table of points
     * @param key its column of the forecast they belong to
     */
    public static Mono<Void> insertSteps(
            DatabaseClient database, String table, String key, Object of, List<ForecastContent.Step> steps) {
        var sql = "INSERT INTO " + table + " (" + key + ", " + POINT_COLUMNS + ") VALUES (:of, " + """
                :step, :valid_on, :next_on, :mean, :lo80, :hi80, :lo95, :hi95, :season_ago,
                :officer_mean, :officer_lo80, :officer_hi80, :officer_lo95, :officer_hi95)
                """;
        return Flux.range(0, steps.size())
                .concatMap(index -> bind(database.sql(sql).bind("of", of), index + 1, steps.get(index))
                        .then())
                .then();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, int number, ForecastContent.Step step) {
        var model = step.model();
        var officer = step.officer();
        return statement
                .bind("step", number)
                .bind("valid_on", model.date())
                .bind("next_on", step.nextOn())
                .bind("mean", model.mean())
                .bind("lo80", model.lo80())
                .bind("hi80", model.hi80())
                .bind("lo95", model.lo95())
                .bind("hi95", model.hi95())
                .bind("season_ago", Binds.decimal(step.seasonAgo()))
                .bind("officer_mean", Binds.decimal(officer == null ? null : officer.mean()))
                .bind("officer_lo80", Binds.decimal(officer == null ? null : officer.lo80()))
                .bind("officer_hi80", Binds.decimal(officer == null ? null : officer.hi80()))
                .bind("officer_lo95", Binds.decimal(officer == null ? null : officer.lo95()))
                .bind("officer_hi95", Binds.decimal(officer == null ? null : officer.hi95()));
    }

    public static Mono<List<ForecastContent.Step>> steps(DatabaseClient database, String table, String key, Object of) {
        return database.sql("SELECT " + POINT_COLUMNS + " FROM " + table + " WHERE " + key + " = :of ORDER BY step")
                .bind("of", of)
                .map(ForecastRows::step)
                .all()
                .collectList();
    }

    private static ForecastContent.Step step(Readable row) {
        return new ForecastContent.Step(
                new ForecastPoint(
                        Columns.required(row, "valid_on", LocalDate.class),
                        decimal(row, "mean"),
                        decimal(row, "lo80"),
                        decimal(row, "hi80"),
                        decimal(row, "lo95"),
                        decimal(row, "hi95")),
                Columns.required(row, "next_on", LocalDate.class),
                row.get("season_ago", BigDecimal.class),
                officer(row));
    }

    static @Nullable ForecastPoint officer(Readable row) {
        var mean = row.get("officer_mean", BigDecimal.class);
        return mean == null
                ? null
                : new ForecastPoint(
                        Columns.required(row, "valid_on", LocalDate.class),
                        mean,
                        decimal(row, "officer_lo80"),
                        decimal(row, "officer_hi80"),
                        decimal(row, "officer_lo95"),
                        decimal(row, "officer_hi95"));
    }

    private static BigDecimal decimal(Readable row, String column) {
        return Columns.required(row, column, BigDecimal.class);
    }
}
