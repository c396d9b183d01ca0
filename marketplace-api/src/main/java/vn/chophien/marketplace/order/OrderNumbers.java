package vn.chophien.marketplace.order;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/**
 * Hands out order numbers, counted from one on each day in Vietnam. Taken outside the placing transaction, so that checkouts do not queue for
 * the counter; a checkout that fails afterwards leaves a gap.
 */
@Repository
class OrderNumbers {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DatabaseClient database;
    private final InstantSource clock;

    OrderNumbers(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<OrderNumber> next() {
        return Mono.defer(() -> {
            var today = LocalDate.ofInstant(clock.instant(), VIETNAM);
            return database.sql("""
                    INSERT INTO order_number_counter AS c (day, last) VALUES (:today, 1)
                    ON CONFLICT (day) DO UPDATE SET last = c.last + 1
                    RETURNING last
                    """)
                    .bind("today", today)
                    .map(row -> OrderNumber.of(today, Columns.integer(row, "last")))
                    .one();
        });
    }
}
