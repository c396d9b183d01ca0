package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.ReceivingAccounts;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.web.RequestProblem;

/**
 * A second person lets a batch go, or somebody stops it. Approval moves the money from the sellers' balances to the way in the books; a payout
 * whose balance has fallen since the draft, or whose bank account is no longer the shop's, stays behind and says so.
 */
@Component
class BatchDeciding {

    static final String BATCH_DISCARDED = "BATCH_DISCARDED";
    static final String BALANCE_FELL = "BALANCE_FELL";
    static final String ACCOUNT_CHANGED = "ACCOUNT_CHANGED";

    private final PayoutBatchRepository batches;
    private final PayoutRepository payouts;
    private final PayoutRequests requests;
    private final PayoutTransfers transfers;
    private final SellerMoney money;
    private final ReceivingAccounts accounts;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    BatchDeciding(
            PayoutBatchRepository batches,
            PayoutRepository payouts,
            PayoutRequests requests,
            PayoutTransfers transfers,
            SellerMoney money,
            ReceivingAccounts accounts,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.batches = batches;
        this.payouts = payouts;
        this.requests = requests;
        this.transfers = transfers;
        this.money = money;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Approved again by the same person, it stays approved. */
    Mono<PayoutBatch> approve(String number, AccountId by) {
        var now = clock.instant();
        return batches.takeTurns()
                .then(Mono.defer(() -> locked(number)))
                .flatMap(batch -> decidedAlready(batch, PayoutBatch.State.APPROVED, by)
                        ? Mono.<Void>empty()
                        : decide(batch.approved(by, now), PayoutEvent.Action.APPROVED, by, now)
                                .then(Mono.defer(() -> money.lock(batch.payouts().stream()
                                        .map(Payout::seller)
                                        .toList())))
                                .then(Flux.fromIterable(batch.payouts())
                                        .concatMap(payout -> send(payout, by, now))
                                        .then()))
                .then(Mono.defer(() -> batches.find(number)))
                .as(transaction::transactional);
    }

    Mono<PayoutBatch> discard(String number, AccountId by) {
        var now = clock.instant();
        return locked(number)
                .flatMap(batch -> decidedAlready(batch, PayoutBatch.State.DISCARDED, by)
                        ? Mono.<Void>empty()
                        : decide(batch.discarded(by, now), PayoutEvent.Action.DISCARDED, by, now)
                                .then(Flux.fromIterable(batch.payouts())
                                        .concatMap(payout -> withdraw(payout.withdrawn(BATCH_DISCARDED, now)))
                                        .then()))
                .then(Mono.defer(() -> batches.find(number)))
                .as(transaction::transactional);
    }

    private Mono<PayoutBatch> locked(String number) {
        return batches.lock(number).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private static boolean decidedAlready(PayoutBatch batch, PayoutBatch.State as, AccountId by) {
        return batch.state() == as && by.equals(batch.decidedBy());
    }

    private Mono<Void> decide(PayoutBatch batch, PayoutEvent.Action action, AccountId by, Instant now) {
        return batches.decide(batch, by, now)
                .then(Mono.defer(() -> batches.add(PayoutEvent.of(batch, action, null, by, now))));
    }

    private Mono<Void> send(Payout payout, AccountId by, Instant now) {
        return accounts.findAll(Set.of(payout.seller()))
                .flatMap(current -> payout.reaches(current.get(payout.seller()))
                        ? spend(payout, by, now)
                        : leaveBehind(payout, ACCOUNT_CHANGED, by, now));
    }

    private Mono<Void> spend(Payout payout, AccountId by, Instant now) {
        var sent = payout.sent(now);
        return money.spend(payout.seller(), payout.amount(), PayoutPosting.sent(sent))
                .flatMap(covered -> covered
                        ? payouts.update(sent).then(Mono.defer(() -> entrust(sent, now)))
                        : leaveBehind(payout, BALANCE_FELL, by, now));
    }

    private Mono<Void> leaveBehind(Payout payout, String why, AccountId by, Instant now) {
        return withdraw(payout.withdrawn(why, now))
                .then(Mono.defer(() -> payouts.note(payout, PayoutEvent.Action.WITHDRAWN, why, by, now)));
    }

    /** The gateway hears of it after this is committed. */
    private Mono<Void> entrust(Payout payout, Instant now) {
        return payout.destination().way() == PayoutWay.GATEWAY ? transfers.request(payout, now) : Mono.empty();
    }

    private Mono<Void> withdraw(Payout payout) {
        return payouts.update(payout).then(Mono.defer(() -> requests.reopen(payout)));
    }
}
