package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Collects what every seller can be paid today into a batch that waits for a second person. No money moves. */
@Component
class PayoutDrafting {

    private final PayoutCandidates candidates;
    private final PayoutRepository payouts;
    private final PayoutRequests requests;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PayoutDrafting(
            PayoutCandidates candidates,
            PayoutRepository payouts,
            PayoutRequests requests,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.candidates = candidates;
        this.payouts = payouts;
        this.requests = requests;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A repeated key finds the batch it drafted. */
    Mono<PayoutBatch> draft(IdempotencyKey key, AccountId by) {
        return payouts.takeTurns()
                .then(Mono.defer(() -> payouts.findByKey(key.value())))
                .switchIfEmpty(Mono.defer(() -> draftNew(key, by)))
                .as(transaction::transactional);
    }

    private Mono<PayoutBatch> draftNew(IdempotencyKey key, AccountId by) {
        var now = clock.instant();
        return candidates
                .ready(now)
                .filter(ready -> !ready.isEmpty())
                .switchIfEmpty(Mono.error(PayoutProblem::nothingToPay))
                .flatMap(ready -> payouts.nextNumber().map(number -> batch(number, ready, by, now)))
                .flatMap(batch -> payouts.insert(batch, key.value())
                        .then(Mono.defer(() -> payouts.add(
                                PayoutEvent.of(batch, PayoutEvent.Action.DRAFTED, null, by, batch.draftedAt()))))
                        .then(Flux.fromIterable(batch.payouts())
                                .concatMap(requests::answer)
                                .then())
                        .thenReturn(batch));
    }

    private static PayoutBatch batch(String number, List<PayoutCandidate> ready, AccountId by, Instant now) {
        var of = IntStream.range(0, ready.size())
                .mapToObj(index -> payout(number, index + 1, ready.get(index), now))
                .toList();
        UUID id = UuidV7.next();
        return new PayoutBatch(id, number, PayoutBatch.State.DRAFTED, by, now, null, null, of);
    }

    private static Payout payout(String batch, int position, PayoutCandidate candidate, Instant now) {
        return new Payout(
                PayoutId.generate(),
                batch,
                "%s-%03d".formatted(batch, position),
                candidate.seller(),
                candidate.balance().available(),
                Objects.requireNonNull(candidate.account()),
                PayoutState.DRAFTED,
                null,
                null,
                now,
                now);
    }
}
