package vn.chophien.marketplace.settlement.proof;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.deposit.GatewayBalance;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.terms.Terms;

/** Compares the books with the payments, keeps what was found, and catches up first. */
@Component
class Proving {

    private static final Logger LOG = LoggerFactory.getLogger(Proving.class);
    private static final int MOST_DIFFERENCES = 500;
    /** How often another look at the same moment may come first. */
    private static final int TWINS = 3;

    private final ProofRepository proofs;
    private final ProofComparison comparison;
    private final CatchingUp catchingUp;
    private final Ledger ledger;
    private final GatewayBalance gateway;
    private final TransactionalOperator sameMoment;
    private final InstantSource clock;

    Proving(
            ProofRepository proofs,
            ProofComparison comparison,
            CatchingUp catchingUp,
            Ledger ledger,
            GatewayBalance gateway,
            ReactiveTransactionManager transactions,
            InstantSource clock) {
        this.proofs = proofs;
        this.comparison = comparison;
        this.catchingUp = catchingUp;
        this.ledger = ledger;
        this.gateway = gateway;
        this.sameMoment = TransactionalOperator.create(transactions, repeatableRead());
        this.clock = clock;
    }

    /** All sums are of one moment, however much is sold meanwhile. */
    private static TransactionDefinition repeatableRead() {
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return definition;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Proof> hourly() {
        return Mono.defer(this::prove).doOnNext(proof -> {
            if (!proof.agrees()) {
                LOG.error("The books differ from the payments: {}", proof);
            }
        });
    }

    /** The proof of today; the last one of a day stays. */
    Mono<Proof> prove() {
        return catchingUp
                .since(Instant.EPOCH)
                .then(Mono.defer(gateway::compare))
                .flatMap(held -> compare(held.reported().map(Money::minor).orElse(null)))
                .retryWhen(Retry.max(TWINS).filter(ConcurrencyFailureException.class::isInstance));
    }

    private Mono<Proof> compare(@Nullable Long atGateway) {
        var now = clock.instant();
        return comparison
                .channels()
                .flatMap(channels -> ledger.balancesByKind()
                        .map(Proving::stated)
                        .flatMap(balances -> comparison
                                .differences(MOST_DIFFERENCES)
                                .map(found -> new Proof(Terms.dayOf(now), now, channels, balances, found, atGateway))))
                .flatMap(proof -> proofs.save(proof).thenReturn(proof))
                .as(sameMoment::transactional);
    }

    private static Map<AccountKind, Long> stated(Map<AccountKind, Long> signed) {
        return signed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, balance -> balance.getKey().nature().stated(balance.getValue())));
    }
}
