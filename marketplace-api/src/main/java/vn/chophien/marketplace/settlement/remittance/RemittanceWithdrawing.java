package vn.chophien.marketplace.settlement.remittance;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.SettlementProblem;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Takes a remittance back that was recorded for the wrong orders: the carrier has the cash again, by the books, and the same transfer can be
 * recorded for the right ones. As a whole, because its rows must add up to what the bank says arrived. What was paid out of it meanwhile is owed
 * by the sellers and netted.
 */
@Component
class RemittanceWithdrawing {

    private final RemittanceRepository remittances;
    private final SellerMoney money;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    RemittanceWithdrawing(
            RemittanceRepository remittances,
            SellerMoney money,
            Ledger ledger,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.remittances = remittances;
        this.money = money;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Repeated with the same reason it changes nothing. */
    Mono<Remittance> withdraw(UUID id, String reason, AccountId by) {
        return remittances
                .find(id)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(remittance -> remittances.lock(remittance.carrier()))
                .then(Mono.defer(
                        () -> remittances.withdraw(id, new Remittance.Withdrawal(reason, by, clock.instant()))))
                .flatMap(isNew -> isNew ? reverse(id, reason) : Mono.empty())
                .then(Mono.defer(() -> remittances.find(id)))
                .filter(remittance -> remittance.withdrawal() != null
                        && remittance.withdrawal().reason().equals(reason))
                .switchIfEmpty(Mono.error(SettlementProblem::remittanceWithdrawn))
                .as(transaction::transactional);
    }

    /** What a seller has falls: a payout of it comes before or after, never between reading and spending. */
    private Mono<Void> reverse(UUID id, String reason) {
        return remittances
                .sellers(id)
                .flatMap(money::lock)
                .thenMany(Flux.defer(() -> remittances.facts(id)))
                .collectList()
                .flatMapIterable(facts -> facts)
                .concatMap(fact -> ledger.reverse(fact, reason, clock.instant()))
                .then();
    }
}
