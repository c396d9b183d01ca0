package vn.chophien.marketplace.settlement.reversal;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.web.RequestProblem;

/** One person asks for a transaction to be taken back, another lets it happen. The books get a transaction that undoes it. */
@Component
class Reversing {

    private final Ledger ledger;
    private final ReversalRepository reversals;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Reversing(Ledger ledger, ReversalRepository reversals, TransactionalOperator transaction, InstantSource clock) {
        this.ledger = ledger;
        this.reversals = reversals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asked again by the same person for the same reason, it is one request. */
    Mono<Reversal> request(String key, String reason, AccountId by) {
        var wish = new Reversal(UuidV7.next(), key, reason, Reversal.State.REQUESTED, by, clock.instant(), null, null);
        return ledger.find(key)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .filter(LedgerTransaction::isReversible)
                .switchIfEmpty(Mono.error(ReversalProblem::notReversible))
                .flatMap(known -> reversals.insert(wish))
                .flatMap(first ->
                        first ? Mono.just(wish) : reversals.standing(key).flatMap(known -> same(known, wish)))
                .as(transaction::transactional);
    }

    private static Mono<Reversal> same(Reversal known, Reversal wish) {
        return known.state() == Reversal.State.REQUESTED
                        && known.requestedBy().equals(wish.requestedBy())
                        && known.reason().equals(wish.reason())
                ? Mono.just(known)
                : Mono.error(ReversalProblem.requested());
    }

    /** Approved again by the same person, it stays approved. */
    Mono<Reversal> approve(UUID id, AccountId by) {
        return locked(id)
                .flatMap(reversal -> isDone(reversal, Reversal.State.APPROVED, by)
                        ? Mono.just(reversal)
                        : undo(reversal.approved(by, clock.instant()), by))
                .as(transaction::transactional);
    }

    Mono<Reversal> refuse(UUID id, AccountId by) {
        return locked(id)
                .flatMap(reversal -> isDone(reversal, Reversal.State.REFUSED, by)
                        ? Mono.just(reversal)
                        : decide(reversal.refused(by, clock.instant()), by))
                .as(transaction::transactional);
    }

    private Mono<Reversal> undo(Reversal approved, AccountId by) {
        return ledger.reverse(approved.transaction(), approved.reason(), clock.instant())
                .flatMap(posted -> posted ? decide(approved, by) : Mono.error(ReversalProblem.notReversible()));
    }

    private Mono<Reversal> decide(Reversal decided, AccountId by) {
        return reversals.decide(decided, by).thenReturn(decided);
    }

    private Mono<Reversal> locked(UUID id) {
        return reversals.lock(id).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private static boolean isDone(Reversal reversal, Reversal.State as, AccountId by) {
        return reversal.state() == as && by.equals(reversal.decidedBy());
    }
}
