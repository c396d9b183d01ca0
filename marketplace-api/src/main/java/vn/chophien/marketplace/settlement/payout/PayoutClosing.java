package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.web.RequestProblem;

/** What the bank, or the gateway, says of payouts: they arrived, or they came back. Said twice, it counts once. */
@Component
class PayoutClosing {

    private final PayoutBatchRepository batches;
    private final PayoutRepository payouts;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PayoutClosing(
            PayoutBatchRepository batches,
            PayoutRepository payouts,
            Ledger ledger,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.batches = batches;
        this.payouts = payouts;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<PayoutBatch> confirm(String reference, String bankReference, AccountId by) {
        return lockedAtBank(reference)
                .flatMap(payout -> isConfirmedBy(payout, bankReference)
                        ? Mono.just(payout)
                        : confirm(payout, bankReference, by).thenReturn(payout))
                .flatMap(payout -> batches.find(payout.batch()))
                .as(transaction::transactional);
    }

    /** All of a batch that is on its way, under one reference of the bank. */
    Mono<PayoutBatch> confirmAll(String number, String bankReference, AccountId by) {
        return batches.lock(number)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .filter(batch -> batch.state() == PayoutBatch.State.APPROVED)
                .switchIfEmpty(Mono.error(() -> PayoutProblem.batchNotApproved(number)))
                .flatMapIterable(PayoutBatch::payouts)
                .concatMap(payout -> locked(payout.reference()))
                .filter(payout -> payout.state() == PayoutState.SENT
                        && payout.destination().way() == PayoutWay.BANK_FILE)
                .concatMap(payout -> confirm(payout, bankReference, by))
                .then(Mono.defer(() -> batches.find(number)))
                .as(transaction::transactional);
    }

    /** The seller is owed it again, and is told why. */
    Mono<PayoutBatch> giveBack(String reference, String reason, AccountId by) {
        return lockedAtBank(reference)
                .flatMap(payout -> payout.state() == PayoutState.RETURNED && reason.equals(payout.reason())
                        ? Mono.just(payout)
                        : giveBack(payout, reason, by).thenReturn(payout))
                .flatMap(payout -> batches.find(payout.batch()))
                .as(transaction::transactional);
    }

    /** What the gateway said of a payout that is still on its way; said again it changes nothing. Joins the transaction of the caller. */
    Mono<Void> settle(String reference, Function<Payout, Mono<Void>> step) {
        return locked(reference)
                .filter(payout -> payout.state() == PayoutState.SENT)
                .flatMap(step);
    }

    Mono<Void> arrived(Payout payout, String transfer) {
        return confirm(payout, transfer, null);
    }

    Mono<Void> cameBack(Payout payout, String reason) {
        return giveBack(payout, reason, null);
    }

    private Mono<Payout> lockedAtBank(String reference) {
        return locked(reference)
                .filter(payout -> payout.destination().way() == PayoutWay.BANK_FILE)
                .switchIfEmpty(Mono.error(() -> PayoutProblem.atGateway(reference)));
    }

    private Mono<Payout> locked(String reference) {
        return payouts.lockPayout(reference).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private static boolean isConfirmedBy(Payout payout, String bankReference) {
        return payout.state() == PayoutState.CONFIRMED && bankReference.equals(payout.bankReference());
    }

    private Mono<Void> confirm(Payout payout, String bankReference, @Nullable AccountId by) {
        var confirmed = payout.confirmed(bankReference, clock.instant());
        return record(confirmed, PayoutPosting.confirmed(confirmed), PayoutEvent.Action.CONFIRMED, bankReference, by);
    }

    private Mono<Void> giveBack(Payout payout, String reason, @Nullable AccountId by) {
        var returned = payout.returned(reason, clock.instant());
        return record(returned, PayoutPosting.returned(returned), PayoutEvent.Action.RETURNED, reason, by);
    }

    private Mono<Void> record(
            Payout payout, LedgerTransaction posting, PayoutEvent.Action action, String note, @Nullable AccountId by) {
        return payouts.update(payout)
                .then(Mono.defer(() -> ledger.post(posting)))
                .then(Mono.defer(() -> payouts.note(payout, action, note, by, payout.updatedAt())));
    }
}
