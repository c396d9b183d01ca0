package vn.chophien.load;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills the price record of a market with synthetic series: one publication for each year and one for the last day, so that
 * the record has vintages, each in one transaction through every constraint, index and trigger the record has.
 */
final class PriceFill implements AutoCloseable {
    private static final int PROVINCES = 34;
    private static final int COMMODITIES = 500;
    private static final int CHUNK_SERIES = 200;

    private final Connection database;

    PriceFill(String jdbcUrl) throws SQLException {
        database = DriverManager.getConnection(jdbcUrl);
        database.setAutoCommit(false);
    }

    record Filled(long rows, Duration took) {
        long rowsASecond() {
            return rows * 1000 / Math.max(1, took.toMillis());
        }
    }

    static String code(int series) {
        return "BENCH-%05d".formatted(series);
    }

    static String province(int series) {
        return "P%02d".formatted(series % PROVINCES);
    }

    /** Adds what is not there yet. */
    Filled fill(int series, int years, LocalDate today) throws SQLException, IOException {
        if (count("SELECT COUNT(*) FROM price_series WHERE code = '" + code(series - 1) + "'") > 0) {
            return new Filled(0, Duration.ZERO);
        }
        var lastDay = workingDays(today.minusYears(1), today).getLast();
        long started = System.nanoTime();
        long rows = 0;
        for (int year = years; year > 0; year--) {
            var days = workingDays(today.minusYears(year), today.minusYears(year - 1));
            rows += publish(series, year == years, year == 1 ? days.subList(0, days.size() - 1) : days, year);
        }
        rows += publish(series, false, List.of(lastDay), 0);
        var took = Duration.ofNanos(System.nanoTime() - started);
        run("VACUUM ANALYZE price_observation");
        run("VACUUM ANALYZE price_month");
        return new Filled(rows, took);
    }

    /** Issues a forecast of fourteen days for each series from an origin in each of so many months past, as one publication. */
    Filled forecast(int months, LocalDate today) throws SQLException {
        if (count(
                        "SELECT COUNT(*) FROM price_forecast f JOIN price_series s ON s.id = f.series_id WHERE s.code LIKE 'BENCH-%'")
                > 0) {
            return new Filled(0, Duration.ZERO);
        }
        long started = System.nanoTime();
        run("SELECT pg_advisory_xact_lock(hashtext('price_publication'))");
        long vintage = count("SELECT MAX(vintage) + 1 FROM price_publication");
        run("""
                INSERT INTO price_forecast (number, vintage, retrospective, series_id, data_vintage, origin, method, last_price)
                SELECT (SELECT COALESCE(MAX(number), 0) FROM price_forecast) + ROW_NUMBER() OVER (ORDER BY m DESC, s.id), %d,
                       TRUE, s.id, %d, DATE '%s' - 30 * m, 'mean-of-five', 30000
                FROM price_series s
                CROSS JOIN generate_series(1, %d) m
                WHERE s.code LIKE 'BENCH-%%'
                """.formatted(vintage, vintage - 1, today, months));
        run("""
                INSERT INTO price_forecast_point (forecast_number, step, valid_on, next_on, mean, lo80, hi80, lo95, hi95)
                SELECT f.number, step, f.origin + step, f.origin + step + 1, 30000, 25000, 36000, 20000, 45000
                FROM price_forecast f
                CROSS JOIN generate_series(1, 14) step
                WHERE f.vintage = %d
                """.formatted(vintage));
        long forecasts = count("SELECT COUNT(*) FROM price_forecast WHERE vintage = " + vintage);
        run("""
                INSERT INTO price_publication (id, vintage, kind, published_at, added, corrected, withdrawn, forecasts)
                SELECT uuidv7(), %d, 'IMPORT', GREATEST(clock_timestamp(), MAX(published_at) + INTERVAL '1 microsecond'), 0, 0, 0, %d
                FROM price_publication
                """.formatted(vintage, forecasts));
        database.commit();
        var took = Duration.ofNanos(System.nanoTime() - started);
        run("VACUUM ANALYZE price_forecast");
        run("VACUUM ANALYZE price_forecast_point");
        return new Filled(forecasts, took);
    }

    private long publish(int series, boolean first, List<LocalDate> days, int year) throws SQLException, IOException {
        run("SELECT pg_advisory_xact_lock(hashtext('price_publication'))");
        long vintage = count("SELECT COALESCE(MAX(vintage), 0) + 1 FROM price_publication");
        if (first) {
            addSeries(series, vintage);
        }
        var copy = database.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        for (int from = 0; from < series; from += CHUNK_SERIES) {
            rows += copy(copy, from, Math.min(series, from + CHUNK_SERIES), days, vintage, year);
        }
        run("""
                INSERT INTO price_publication (id, vintage, kind, published_at, added, corrected, withdrawn)
                SELECT uuidv7(), %d, 'IMPORT', GREATEST(clock_timestamp(), MAX(published_at) + INTERVAL '1 microsecond'), %d, 0, 0
                FROM price_publication
                """.formatted(vintage, rows));
        database.commit();
        return rows;
    }

    private void addSeries(int series, long vintage) throws SQLException {
        run("""
                INSERT INTO price_commodity (code, name_vi, name_en, group_code, position)
                SELECT 'BENCH-' || n, 'Mặt hàng ' || n, 'Commodity ' || n, 'OTHER', 100000 + n
                FROM generate_series(0, %d) n
                ON CONFLICT DO NOTHING
                """.formatted(COMMODITIES - 1));
        run("""
                INSERT INTO price_series (code, commodity_code, stage, province_code, place_vi, place_en, measure, currency,
                    frequency, source_vi, source_en, licence, demonstration, position, vintage)
                SELECT 'BENCH-' || lpad(n::text, 5, '0'), 'BENCH-' || (n %% %d), 'FARM_GATE', 'P' || lpad((n %% %d)::text, 2, '0'),
                       'Nơi ' || n, 'Place ' || n, 'KILOGRAM', 'VND', 'DAILY', 'Thử tải', 'Load test', 'CC0-1.0', TRUE,
                       100000 + n, %d
                FROM generate_series(0, %d) n
                """.formatted(COMMODITIES, PROVINCES, vintage, series - 1));
    }

    private long copy(CopyManager copy, int from, int to, List<LocalDate> days, long vintage, int year)
            throws SQLException, IOException {
        long base = count("SELECT id FROM price_series WHERE code = '" + code(from) + "'");
        var lines = new StringBuilder();
        for (int series = from; series < to; series++) {
            var random = new SplittableRandom(series * 31L + year);
            long price = 20_000 + random.nextLong(200) * 500;
            for (var day : days) {
                price = Math.max(1_000, price + (random.nextInt(5) - 2) * 100);
                lines.append(price * 10_000)
                        .append('\t')
                        .append(base + series - from)
                        .append('\t')
                        .append(day)
                        .append('\t')
                        .append(vintage)
                        .append("\tF\n");
            }
        }
        return copy.copyIn(
                "COPY price_observation (low, series_id, valid_on, vintage, status) FROM STDIN",
                new StringReader(lines.toString()));
    }

    private static List<LocalDate> workingDays(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return days;
    }

    String sizes() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT pg_size_pretty(pg_table_size('price_observation')) || ' table, '
                            || pg_size_pretty(pg_indexes_size('price_observation')) || ' indexes'
                        """)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        boolean alone = sql.startsWith("VACUUM");
        if (alone) {
            database.commit();
            database.setAutoCommit(true);
        }
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } finally {
            if (alone) {
                database.setAutoCommit(false);
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
