package vn.chophien.marketplace.settlement.remittance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.SettlementProblem;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.web.RequestProblem;

/** Records that a carrier handed cash over, whole or not at all; the same key again answers with the first, unless that was taken back. */
@Component
class RemittanceRecording {

    private final RemittanceRepository remittances;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    RemittanceRecording(
            RemittanceRepository remittances, Ledger ledger, TransactionalOperator transaction, InstantSource clock) {
        this.remittances = remittances;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Remittance> record(Remittance remittance, String key, AccountId by) {
        return remittances
                .lock(remittance.carrier())
                .then(Mono.defer(() -> remittances.findByKey(key)))
                .flatMap(first -> known(first, remittance))
                .switchIfEmpty(Mono.defer(() -> recordNew(remittance, key, by)))
                .as(transaction::transactional);
    }

    /** What was taken back is in the books no more, so its key must not say that it is. */
    private static Mono<Remittance> known(Remittance first, Remittance again) {
        if (!again.saysTheSameAs(first)) {
            return Mono.error(RequestProblem::keyReused);
        }
        return first.withdrawal() == null ? Mono.just(first) : Mono.error(SettlementProblem::remittanceWithdrawn);
    }

    private Mono<Remittance> recordNew(Remittance remittance, String key, AccountId by) {
        var numbers = remittance.rows().stream().map(RemittanceRow::number).toList();
        return remittances
                .outstanding(remittance.carrier())
                .map(list -> list.stream().collect(Collectors.toMap(Outstanding::number, Function.identity())))
                .zipWith(remittances.known(numbers))
                .flatMap(found -> {
                    var errors = remittance.errors(found.getT1(), found.getT2());
                    return errors.isEmpty()
                            ? write(remittance, found.getT1(), key, by)
                            : Mono.error(SettlementProblem.unreadableRemittance(errors));
                });
    }

    private Mono<Remittance> write(
            Remittance remittance, Map<String, Outstanding> outstanding, String key, AccountId by) {
        var now = clock.instant();
        return remittances
                .insert(remittance, key, by, now)
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(() -> SettlementProblem.remittanceRecorded(remittance.reference())))
                .thenMany(Flux.fromIterable(remittance.handedOver().entrySet()))
                .map(handed ->
                        Objects.requireNonNull(outstanding.get(handed.getKey())).handing(handed.getValue()))
                .map(line -> remitted(remittance, line, now))
                .concatMap(booked -> ledger.post(booked.transaction())
                        .then(Mono.defer(() -> remittances.insertLine(
                                remittance.id(),
                                booked.line(),
                                booked.transaction().key()))))
                .then(Mono.just(remittance));
    }

    private static Booked remitted(Remittance remittance, Outstanding line, Instant at) {
        var key = "remitted:" + remittance.id() + ":" + line.part();
        var transaction = LedgerTransaction.of(key, TransactionKind.REMITTED, line.subject(), at)
                .move(
                        LedgerAccount.of(AccountKind.BANK),
                        LedgerAccount.carrier(line.carrier()),
                        Purpose.REMITTANCE,
                        Money.vnd(line.amount()))
                .memo(Map.of("carrier", line.carrier(), "reference", remittance.reference()))
                .build();
        return new Booked(line, transaction);
    }

    private record Booked(Outstanding line, LedgerTransaction transaction) {}
}
