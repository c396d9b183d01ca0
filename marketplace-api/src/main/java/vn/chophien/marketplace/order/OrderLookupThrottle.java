package vn.chophien.marketplace.order;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.PhoneNumber;

/**
 * Lets nobody try all phones for a number, or all numbers for a phone: each may be asked for only so often. Counted in the database, so that
 * it holds across instances and restarts.
 */
@Repository
class OrderLookupThrottle {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final DatabaseClient database;
    private final InstantSource clock;

    OrderLookupThrottle(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts this try; fails with {@code too-many-lookups} when it is one too many. */
    Mono<Void> admit(OrderNumber number, PhoneNumber phone) {
        return Flux.fromIterable(List.of("number:" + number, "phone:" + phone))
                .concatMap(this::count)
                .filter(attempts -> attempts > MOST)
                .hasElements()
                .flatMap(tooMany -> tooMany ? Mono.error(() -> OrderProblem.tooManyLookups(WINDOW)) : Mono.empty());
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOldAttempts() {
        return Mono.defer(() -> database.sql("DELETE FROM order_lookup_attempt WHERE window_start < :before")
                .bind("before", clock.instant().minus(WINDOW))
                .fetch()
                .rowsUpdated());
    }

    private Mono<Integer> count(String subject) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return database.sql("""
                    INSERT INTO order_lookup_attempt AS a (subject, window_start, attempts) VALUES (:subject, :now, 1)
                    ON CONFLICT (subject) DO UPDATE
                       SET attempts = CASE WHEN a.window_start < :window_start THEN 1 ELSE a.attempts + 1 END,
                           window_start = CASE WHEN a.window_start < :window_start THEN :now ELSE a.window_start END
                    RETURNING attempts
                    """)
                    .bind("subject", subject)
                    .bind("now", now)
                    .bind("window_start", now.minus(WINDOW))
                    .map(row -> Columns.integer(row, "attempts"))
                    .one();
        });
    }
}
