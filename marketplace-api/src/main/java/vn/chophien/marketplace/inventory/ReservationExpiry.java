package vn.chophien.marketplace.inventory;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Puts goods back on sale whose promise has lapsed. Orders end their own reservations when they expire; this is the net below them, for
 * whatever a crash left behind. Several instances share the work: lapsed rows are claimed with {@code SKIP LOCKED}.
 */
@Component
class ReservationExpiry {

    private static final int BATCH = 200;

    private final ReservationRepository reservations;
    private final AvailabilityMarks marks;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ReservationExpiry(
            ReservationRepository reservations,
            AvailabilityMarks marks,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.reservations = reservations;
        this.marks = marks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Releases one batch and answers how many variants got goods back. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    Mono<Integer> releaseLapsed() {
        return Mono.defer(() -> reservations
                .settleLapsed(BATCH, clock.instant())
                .collectList()
                .flatMap(movements -> marks.mark(movements).thenReturn(movements.size()))
                .as(transaction::transactional));
    }
}
