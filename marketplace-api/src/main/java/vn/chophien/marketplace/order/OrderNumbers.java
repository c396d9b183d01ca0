package vn.chophien.marketplace.order;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/**
 * Hands out order numbers, counted from one on each day in Vietnam. Taken from the database in blocks and outside the placing transaction, so
 * that checkouts neither queue for the counter nor commit for it; a stopped application and a checkout that fails leave gaps, and several
 * applications hand out numbers of different blocks.
 */
@Repository
class OrderNumbers {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BLOCK = 20;

    private final DatabaseClient database;
    private final InstantSource clock;
    private final Queue<OrderNumber> reserved = new ConcurrentLinkedQueue<>();

    OrderNumbers(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<OrderNumber> next() {
        return Mono.defer(() -> {
            var today = LocalDate.ofInstant(clock.instant(), VIETNAM);
            var next = reserved.poll();
            while (next != null && !next.isOf(today)) {
                next = reserved.poll();
            }
            return next == null ? reserve(today) : Mono.just(next);
        });
    }

    /** Takes a block, keeps all but its first number for later and answers that one. */
    private Mono<OrderNumber> reserve(LocalDate day) {
        return database.sql("""
                INSERT INTO order_number_counter AS c (day, last) VALUES (:day, :block)
                ON CONFLICT (day) DO UPDATE SET last = c.last + :block
                RETURNING last
                """)
                .bind("day", day)
                .bind("block", BLOCK)
                .map(row -> Columns.integer(row, "last"))
                .one()
                .map(last -> {
                    for (int number = last - BLOCK + 2; number <= last; number++) {
                        reserved.add(OrderNumber.of(day, number));
                    }
                    return OrderNumber.of(day, last - BLOCK + 1);
                });
    }
}
