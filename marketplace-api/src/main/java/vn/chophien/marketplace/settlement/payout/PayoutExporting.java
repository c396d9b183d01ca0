package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.ReceivingAccounts;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * Makes the file for the bank; that it was made, by whom and for how much, is on record before anybody has it. None is made while it would pay
 * into an account that is no longer the shop's: only people know whether a file made before has paid there.
 */
@Component
class PayoutExporting {

    private final PayoutBatchRepository batches;
    private final ReceivingAccounts accounts;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PayoutExporting(
            PayoutBatchRepository batches,
            ReceivingAccounts accounts,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.batches = batches;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<String> export(String number, AccountId by) {
        return batches.lock(number)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .filter(batch -> batch.state() == PayoutBatch.State.APPROVED)
                .switchIfEmpty(Mono.error(() -> PayoutProblem.batchNotApproved(number)))
                .flatMap(this::checked)
                .flatMap(batch -> batches.add(
                                PayoutEvent.of(batch, PayoutEvent.Action.EXPORTED, summary(batch), by, clock.instant()))
                        .thenReturn(batch))
                .as(transaction::transactional)
                .map(PayoutFile::write);
    }

    private Mono<PayoutBatch> checked(PayoutBatch batch) {
        var due = PayoutFile.due(batch);
        var sellers = due.stream().map(Payout::seller).collect(Collectors.toSet());
        return accounts.findAll(sellers).flatMap(current -> {
            var astray = due.stream()
                    .filter(payout -> !payout.reaches(current.get(payout.seller())))
                    .map(Payout::reference)
                    .toList();
            return astray.isEmpty() ? Mono.just(batch) : Mono.error(() -> PayoutProblem.accountChanged(astray));
        });
    }

    /** Payouts and đồng. */
    private static String summary(PayoutBatch batch) {
        var due = PayoutFile.due(batch);
        var total = due.stream().map(Payout::amount).reduce(Money.vnd(0), Money::plus);
        return due.size() + " / " + total.minor();
    }
}
