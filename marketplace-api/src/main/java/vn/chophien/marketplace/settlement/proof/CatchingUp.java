package vn.chophien.marketplace.settlement.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.settlement.posting.Bookkeeping;
import vn.chophien.marketplace.settlement.posting.CollectingBookkeeping;

/** Posts what was never posted: facts from before there were books, or that a fault kept from them. Posting twice changes nothing. */
@Component
class CatchingUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);
    private static final int BATCH = 200;
    private static final Duration RECENT = Duration.ofDays(2);

    private final UnpostedFacts facts;
    private final OrderHistory history;
    private final Bookkeeping bookkeeping;
    private final CollectingBookkeeping collecting;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CatchingUp(
            UnpostedFacts facts,
            OrderHistory history,
            Bookkeeping bookkeeping,
            CollectingBookkeeping collecting,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.facts = facts;
        this.history = history;
        this.bookkeeping = bookkeeping;
        this.collecting = collecting;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    Mono<Long> recent() {
        return Mono.defer(() -> since(clock.instant().minus(RECENT)));
    }

    /** Answers how many orders something was posted for. */
    Mono<Long> since(Instant begin) {
        return collected(begin).then(Mono.defer(() -> orders(begin)));
    }

    /** Arrivals before what went back of them. */
    private Mono<Void> collected(Instant begin) {
        return facts.arrivalsNotPosted(begin, BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(money -> collecting.arrived(money.transfer(), money.reference(), money.amount(), money.at()))
                .then(Mono.defer(() -> facts.sentBackNotPosted(begin, BATCH).collectList()))
                .flatMapMany(Flux::fromIterable)
                .concatMap(money -> collecting.sentBack(
                        money.id(), money.transfer(), money.reference(), money.amount(), money.at()))
                .then()
                .as(transaction::transactional);
    }

    private Mono<Long> orders(Instant begin) {
        return facts.ordersNotPosted(begin, BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(order -> post(order).thenReturn(1L).onErrorResume(failure -> {
                    LOG.error("The books of order {} stay behind", order, failure);
                    return Mono.empty();
                }))
                .count();
    }

    /** Under the lock of the order, so that nothing happens to it meanwhile: money first, then what the order did, then what went back. */
    private Mono<Void> post(OrderId id) {
        return history.lock(id)
                .flatMap(order -> facts.capturedOf(id)
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(money ->
                                bookkeeping.captured(money.payable(), money.payment(), money.amount(), money.at()))
                        .thenMany(Flux.fromIterable(OrderHistory.facts(order)))
                        .concatMap(bookkeeping::happened)
                        .then(facts.refundedOf(id).collectList())
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(
                                money -> bookkeeping.refunded(money.payable(), money.key(), money.amount(), money.at()))
                        .then(facts.stoodInOf(id).collectList())
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(money -> bookkeeping.stoodIn(money.refund(), id, money.amount(), money.at()))
                        .then())
                .as(transaction::transactional)
                .doOnSuccess(done -> LOG.info("Caught up with the books of order {}", id));
    }
}
