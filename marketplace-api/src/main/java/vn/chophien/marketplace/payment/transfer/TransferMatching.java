package vn.chophien.marketplace.payment.transfer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentListener;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Reason;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Resolution;
import vn.chophien.marketplace.payment.vietqr.PurposeCode;

/**
 * Finds what transfers are meant for by the purpose code in their text. Listeners are told and both sides are written in one transaction, in
 * the order payable, request, transfer; whoever changed either meanwhile makes this read them again, so every transfer counts once.
 */
@Component
public class TransferMatching {

    private static final Logger LOG = LoggerFactory.getLogger(TransferMatching.class);
    private static final int BATCH = 50;
    private static final int IN_FLIGHT = 4;
    private static final int MOST_DOUBLINGS = 10;
    private static final Retry ON_CHANGE = Retry.backoff(8, Duration.ofMillis(20))
            .filter(ChangedMeanwhile.class::isInstance)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    private final TransferRequestRepository requests;
    private final BankTransferRepository transfers;
    private final ObjectProvider<PaymentListener> listeners;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    TransferMatching(
            TransferRequestRepository requests,
            BankTransferRepository transfers,
            ObjectProvider<PaymentListener> listeners,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.requests = requests;
        this.transfers = transfers;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at the transfers that have just arrived, and answers how many those were. */
    public Mono<Integer> matchDue() {
        return Mono.defer(() -> transfers.claim(BATCH, clock.instant()).collectList())
                .flatMap(due ->
                        Flux.fromIterable(due).flatMap(this::match, IN_FLIGHT).then(Mono.just(due.size())));
    }

    private Mono<Void> match(BankTransfer claimed) {
        return Mono.defer(() -> transfers
                        .find(claimed.id())
                        .filter(transfer -> transfer.state() == BankTransfer.State.RECEIVED)
                        .flatMap(transfer ->
                                meant(transfer).flatMap(request -> settle(Arrival.of(transfer, request.orElse(null)))))
                        .as(transaction::transactional))
                .retryWhen(ON_CHANGE)
                .onErrorResume(failure -> {
                    LOG.warn("Transfer {} has to wait", claimed.id(), failure);
                    var pause = Duration.ofSeconds(1L << Math.min(claimed.attempts(), MOST_DOUBLINGS));
                    return transfers.processLater(
                            claimed.id(), failure.toString(), clock.instant().plus(pause));
                });
    }

    /** Of the codes its text may mean, that of an open request of just this amount; else the likeliest that was ever handed out. */
    private Mono<Optional<TransferRequest>> meant(BankTransfer transfer) {
        var codes = PurposeCode.candidatesIn(transfer.description());
        return codes.isEmpty()
                ? Mono.just(Optional.empty())
                : requests.findByPurposes(codes).collectList().map(found -> likeliest(transfer, codes, found));
    }

    private static Optional<TransferRequest> likeliest(
            BankTransfer transfer, List<PurposeCode> codes, List<TransferRequest> found) {
        var exact = found.stream()
                .filter(request -> request.isOpen()
                        && request.left().equals(transfer.amount())
                        && Arrival.isPaidInto(request, transfer))
                .toList();
        return (exact.size() == 1 ? exact : found)
                .stream()
                        .min((one, other) ->
                                Integer.compare(codes.indexOf(one.purpose()), codes.indexOf(other.purpose())));
    }

    /** Writes what an arrival means, within the caller's transaction. */
    Mono<Void> settle(Arrival arrival) {
        var request = arrival.request();
        if (request == null) {
            return written(transfers.update(arrival.transfer(), clock.instant()));
        }
        var change = arrival.pays()
                ? pay(request)
                : arrival.transfer().reason() == Reason.UNDERPAID ? write(request) : Mono.<Void>empty();
        return change.then(Mono.defer(() -> written(transfers.update(arrival.transfer(), clock.instant()))));
    }

    /** Tells that a request is paid by what it received, writes it, and takes what counted towards it out of the queue. */
    Mono<Void> pay(TransferRequest request) {
        return tell(request, request.received())
                .then(Mono.defer(() -> write(request)))
                .then(resolveCounted(request, Resolution.COMPLETED));
    }

    /** As {@link #pay}, for a request whose rest is waived. */
    Mono<Void> accept(TransferRequest request) {
        return tell(request, request.received())
                .then(Mono.defer(() -> write(request)))
                .then(resolveCounted(request, Resolution.ACCEPTED));
    }

    private Mono<Void> resolveCounted(TransferRequest request, Resolution resolution) {
        return Mono.defer(() -> transfers.counted(request.id()))
                .flatMapIterable(counted -> counted)
                .concatMap(counted -> written(transfers.update(counted.resolved(resolution), clock.instant())))
                .then();
    }

    Mono<Void> write(TransferRequest request) {
        return written(requests.update(request, clock.instant()));
    }

    static Mono<Void> written(Mono<Boolean> update) {
        return update.flatMap(done -> done ? Mono.empty() : Mono.error(new ChangedMeanwhile()));
    }

    /** Reads again what somebody else was changing at the same time. */
    <T> Mono<T> againOnChange(Mono<T> step) {
        return step.as(transaction::transactional).retryWhen(ON_CHANGE);
    }

    /** What counted towards a request that is given up waits for somebody to send it back. */
    Mono<Void> close(TransferRequest request) {
        var nothing = Money.zero(request.amount().currency());
        return write(request.with(TransferRequest.State.CLOSED, nothing))
                .then(Mono.defer(() -> transfers.counted(request.id())))
                .flatMapIterable(counted -> counted)
                .concatMap(counted ->
                        written(transfers.update(counted.queued(Reason.LATE, request.id(), nothing), clock.instant())))
                .then();
    }

    private Mono<Void> tell(TransferRequest request, Money amount) {
        return Flux.fromStream(listeners.orderedStream())
                .concatMap(listener -> listener.paid(request.payable(), request.id(), amount))
                .then();
    }

    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
