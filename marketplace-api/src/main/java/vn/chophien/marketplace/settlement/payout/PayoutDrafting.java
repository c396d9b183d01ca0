package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Collects what every seller can be paid today into a batch that waits for a second person. No money moves. */
@Component
class PayoutDrafting {

    /** Before keys of our own; clients choose theirs at random. */
    private static final String SCHEDULED = "scheduled:";

    private final PayoutCandidates candidates;
    private final PayoutBatchRepository batches;
    private final PayoutRepository payouts;
    private final PayoutRequests requests;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PayoutDrafting(
            PayoutCandidates candidates,
            PayoutBatchRepository batches,
            PayoutRepository payouts,
            PayoutRequests requests,
            Ledger ledger,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.candidates = candidates;
        this.batches = batches;
        this.payouts = payouts;
        this.requests = requests;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A repeated key finds the batch it drafted. */
    Mono<PayoutBatch> draft(IdempotencyKey key, AccountId by) {
        return batches.takeTurns()
                .then(Mono.defer(() -> batches.findByKey(key.value())))
                .switchIfEmpty(Mono.defer(() -> draftNew(key, by)))
                .as(transaction::transactional);
    }

    /** A batch of those who fell due after one day, up to another, or who ask; drafted by the market itself. Empty when there are none. */
    Mono<PayoutBatch> draftDue(LocalDate since, LocalDate today) {
        var now = clock.instant();
        return batches.takeTurns()
                .then(Mono.defer(() -> candidates.ready(now)))
                .map(ready -> ready.stream()
                        .filter(candidate ->
                                candidate.requested() || candidate.plan().fellDue(since, today))
                        .toList())
                .flatMap(due -> draft(due, SCHEDULED + today, AccountId.MARKET, now))
                .as(transaction::transactional);
    }

    private Mono<PayoutBatch> draftNew(IdempotencyKey key, AccountId by) {
        var now = clock.instant();
        return candidates
                .ready(now)
                .flatMap(ready -> draft(ready, key.value(), by, now))
                .switchIfEmpty(Mono.error(PayoutProblem::nothingToPay));
    }

    /** Empty when none of them can be paid. */
    private Mono<PayoutBatch> draft(List<PayoutCandidate> ready, String key, AccountId by, Instant now) {
        return unpromisedAtGateway()
                .map(left -> PayoutRouting.of(ready, left).routed())
                .filter(routed -> !routed.isEmpty())
                .flatMap(routed -> batches.nextNumber().map(number -> batch(number, routed, by, now)))
                .flatMap(batch -> batches.insert(batch, key)
                        .then(Mono.defer(() -> batches.add(
                                PayoutEvent.of(batch, PayoutEvent.Action.DRAFTED, null, by, batch.draftedAt()))))
                        .then(Flux.fromIterable(batch.payouts())
                                .concatMap(requests::answer)
                                .then())
                        .thenReturn(batch));
    }

    private Mono<Money> unpromisedAtGateway() {
        return ledger.balance(LedgerAccount.of(AccountKind.GATEWAY))
                .flatMap(there -> payouts.promisedAtGateway().map(Money.vnd(there)::minus));
    }

    private static PayoutBatch batch(String number, List<PayoutRouting.Routed> ready, AccountId by, Instant now) {
        var of = IntStream.range(0, ready.size())
                .mapToObj(index -> payout(number, index + 1, ready.get(index), now))
                .toList();
        UUID id = UuidV7.next();
        return new PayoutBatch(id, number, PayoutBatch.State.DRAFTED, by, now, null, null, of);
    }

    private static Payout payout(String batch, int position, PayoutRouting.Routed routed, Instant now) {
        return new Payout(
                PayoutId.generate(),
                batch,
                "%s-%03d".formatted(batch, position),
                routed.candidate().seller(),
                routed.candidate().amount(),
                routed.destination(),
                PayoutState.DRAFTED,
                null,
                null,
                Money.vnd(0),
                now,
                now);
    }
}
