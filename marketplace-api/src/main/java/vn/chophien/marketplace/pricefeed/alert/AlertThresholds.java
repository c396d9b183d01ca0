package vn.chophien.marketplace.pricefeed.alert;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The bands of the indicators, as their sources publish them. */
@Repository
class AlertThresholds {
    private final DatabaseClient database;

    AlertThresholds(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param lowest the lowest value of the level; none for the lowest level
     * @param validUntil the first month for which it does not count any more
     */
    record Threshold(
            AlertIndicator indicator,
            AlertLevel level,
            @Nullable BigDecimal lowest,
            String source,
            @Nullable String sourceUrl,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        static Threshold fromRow(Readable row) {
            return new Threshold(
                    AlertIndicator.valueOf(Columns.text(row, "indicator")),
                    AlertLevel.valueOf(Columns.text(row, "level")),
                    row.get("lowest", BigDecimal.class),
                    Columns.text(row, "source"),
                    Columns.textOrNull(row, "source_url"),
                    Columns.required(row, "valid_from", LocalDate.class),
                    row.get("valid_until", LocalDate.class));
        }

        boolean countsIn(YearMonth month) {
            var day = month.atDay(1);
            return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
        }

        boolean isReachedBy(double value) {
            return lowest == null || value >= lowest.doubleValue();
        }
    }

    Mono<Bands> bands() {
        return database.sql("""
                        SELECT indicator, level, lowest, source, source_url, valid_from, valid_until
                        FROM price_alert_threshold
                        ORDER BY indicator, valid_from, lowest NULLS FIRST
                        """).map(Threshold::fromRow).all().collectList().map(Bands::new);
    }

    record Bands(List<Threshold> thresholds) {
        AlertLevel level(AlertIndicator indicator, YearMonth month, double value) {
            return thresholds.stream()
                    .filter(one -> one.indicator() == indicator)
                    .filter(one -> one.countsIn(month))
                    .filter(one -> one.isReachedBy(value))
                    .map(Threshold::level)
                    .max(Comparator.comparing(AlertLevel::severity))
                    .orElse(AlertLevel.NORMAL);
        }

        /** Those that count for a month. */
        List<Threshold> of(YearMonth month) {
            return thresholds.stream().filter(one -> one.countsIn(month)).toList();
        }
    }
}
