package vn.chophien.marketplace.settlement.deposit;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.GatewayDepositListener;
import vn.chophien.marketplace.payment.gateway.GatewayDeposit;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.web.IdempotencyKey;

/**
 * Books deposits, each reference once, whoever says it first. An operator cannot record more than the gateway has by the books; what the gateway
 * itself reports has happened, and the proof shows what it leaves short.
 */
@Component
class DepositRecording implements GatewayDepositListener {

    private static final Logger LOG = LoggerFactory.getLogger(DepositRecording.class);

    private final DepositRepository deposits;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    DepositRecording(
            DepositRepository deposits, Ledger ledger, TransactionalOperator transaction, InstantSource clock) {
        this.deposits = deposits;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Recorded again with the same figures, it stays as it is. */
    Mono<Deposit> record(Deposit deposit, IdempotencyKey key) {
        return deposits.takeTurns()
                .then(Mono.defer(() -> deposits.find(deposit.reference(), key.value())))
                .flatMap(known -> known.saysTheSameAs(deposit)
                        ? Mono.just(known)
                        : Mono.<Deposit>error(DepositProblem.known(known)))
                .switchIfEmpty(Mono.defer(() -> recordNew(deposit, key)))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> stands(GatewayDeposit seen) {
        return switch (seen.status()) {
            case ON_ITS_WAY -> Mono.empty();
            case PAID -> arrived(Deposit.reported(seen, clock.instant()));
            case FAILED -> cameBack(seen);
        };
    }

    private Mono<Deposit> recordNew(Deposit deposit, IdempotencyKey key) {
        return ledger.balance(LedgerAccount.of(AccountKind.GATEWAY)).flatMap(atGateway -> {
            var held = Money.vnd(atGateway);
            return held.compareTo(deposit.taken()) < 0
                    ? Mono.error(DepositProblem.moreThanHeld(deposit.taken(), held))
                    : deposits.insert(deposit, key.value())
                            .then(Mono.defer(() -> ledger.post(DepositPosting.of(deposit))))
                            .thenReturn(deposit);
        });
    }

    private Mono<Void> arrived(Deposit deposit) {
        return deposits.takeTurns()
                .then(Mono.defer(() -> deposits.insert(deposit, null)))
                .flatMap(
                        isNew -> isNew ? ledger.post(DepositPosting.of(deposit)).then() : Mono.<Void>empty())
                .as(transaction::transactional);
    }

    /** Of one that never arrived nothing was booked. */
    private Mono<Void> cameBack(GatewayDeposit seen) {
        return deposits.find(seen.id(), null)
                .flatMap(deposit -> deposits.failed(deposit, clock.instant())
                        .filter(isNew -> isNew)
                        .flatMap(isNew -> {
                            LOG.error("Deposit {} of the gateway came back", deposit.reference());
                            return ledger.reverse(DepositPosting.key(deposit), "failed", clock.instant());
                        }))
                .then()
                .as(transaction::transactional);
    }
}
