package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;

/**
 * Decides, once per refund that came after a payout, how much of it the gateway takes back: what the seller owes because of it, as far as
 * transfers that went that way have something left. The rest, and what the gateway then refuses, is set off against later sales.
 */
@Component
class ClawbackDeciding {

    private static final int BATCH = 50;

    private final Clawbacks clawbacks;
    private final SellerMoney money;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ClawbackDeciding(
            Clawbacks clawbacks,
            SellerMoney money,
            Ledger ledger,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.clawbacks = clawbacks;
        this.money = money;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers how many refunds it decided on. */
    @Scheduled(initialDelay = 40, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    Mono<Long> decideDue() {
        return Mono.defer(() -> clawbacks.undecided(BATCH, clock.instant()).collectList())
                .flatMapMany(Flux::fromIterable)
                .concatMap(
                        refund -> decide(refund).as(transaction::transactional).thenReturn(refund))
                .count();
    }

    /** Under the seller's turn, so that no payout spends what is being counted. */
    private Mono<Void> decide(Clawbacks.Undecided refund) {
        return money.locked(refund.seller())
                .flatMap(balance -> clawbacks
                        .underway(refund.seller())
                        .map(underway -> Money.vnd(0).minus(balance.available()).minus(underway)))
                .flatMap(owed -> taken(refund)
                        .flatMap(taken -> clawbacks
                                .reversible(refund.reduction())
                                .map(payouts -> Clawback.of(owed, taken, payouts))
                                .flatMap(clawback -> write(refund, owed, clawback))));
    }

    private Mono<Void> write(Clawbacks.Undecided refund, Money owed, Clawback clawback) {
        var now = clock.instant();
        return clawbacks
                .decide(refund, owed, clawback, now)
                .flatMap(first -> first
                        ? Flux.fromIterable(clawback.shares())
                                .concatMap(share -> clawbacks.request(refund, share, now))
                                .then()
                        : Mono.empty());
    }

    /** What the refund took from the seller, after what was handed back. */
    private Mono<Money> taken(Clawbacks.Undecided refund) {
        return ledger.find(refund.reduction()).map(ClawbackDeciding::fromSeller);
    }

    private static Money fromSeller(LedgerTransaction reduction) {
        return Money.vnd(0).minus(PartBook.of(List.of(reduction)).balance(AccountKind.SELLER));
    }
}
