package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.RequestProblem;

/** Makes the file for the bank; that it was made, by whom and for how much, is on record before anybody has it. */
@Component
class PayoutExporting {

    private final PayoutBatchRepository batches;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PayoutExporting(PayoutBatchRepository batches, TransactionalOperator transaction, InstantSource clock) {
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<String> export(String number, AccountId by) {
        return batches.lock(number)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .filter(batch -> batch.state() == PayoutBatch.State.APPROVED)
                .switchIfEmpty(Mono.error(() -> PayoutProblem.batchNotApproved(number)))
                .flatMap(batch -> batches.add(
                                PayoutEvent.of(batch, PayoutEvent.Action.EXPORTED, summary(batch), by, clock.instant()))
                        .thenReturn(batch))
                .as(transaction::transactional)
                .map(PayoutFile::write);
    }

    /** Payouts and đồng. */
    private static String summary(PayoutBatch batch) {
        var due = PayoutFile.due(batch);
        var total = due.stream().map(Payout::amount).reduce(Money.vnd(0), Money::plus);
        return due.size() + " / " + total.minor();
    }
}
