package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.PaymentAudit;
import vn.chophien.marketplace.payment.PaymentAudit.Subject;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentListener;
import vn.chophien.marketplace.payment.PaymentTerms;
import vn.chophien.marketplace.payment.ReceivingAccounts;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Action;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Reason;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Resolution;

/**
 * What people do about transfers that did not find what they are for. Each deed is audited in its transaction; one that is repeated finds the
 * transfer out of the queue and is refused with {@code transfer-closed}.
 */
@Component
class TransferQueue {

    private final BankTransferRepository transfers;
    private final TransferRequestRepository requests;
    private final TransferMatching matching;
    private final BankRefunding refunds;
    private final ReceivingAccounts accounts;
    private final PaymentTerms terms;
    private final ObjectProvider<PaymentListener> listeners;
    private final PaymentAudit audit;
    private final InstantSource clock;

    TransferQueue(
            BankTransferRepository transfers,
            TransferRequestRepository requests,
            TransferMatching matching,
            BankRefunding refunds,
            ReceivingAccounts accounts,
            PaymentTerms terms,
            ObjectProvider<PaymentListener> listeners,
            PaymentAudit audit,
            InstantSource clock) {
        this.transfers = transfers;
        this.requests = requests;
        this.matching = matching;
        this.refunds = refunds;
        this.accounts = accounts;
        this.terms = terms;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came so far counts as full. A shop may waive any rest; the operator only what the shop tolerates. */
    Mono<Void> accept(Desk desk, TransferId id) {
        return step(
                desk,
                id,
                Action.ACCEPT,
                null,
                transfer -> requested(transfer)
                        .flatMap(request -> waivable(desk, request)
                                .then(Mono.defer(() -> matching.accept(
                                        request.with(TransferRequest.State.PAID, request.received()))))));
    }

    /**
     * The rest is expected to come by another transfer; it stays in the queue until it does, and the seller order is kept so much longer. Decided
     * again it is kept longer again.
     */
    Mono<Void> await(Desk desk, TransferId id) {
        return terms.restTime()
                .map(time -> clock.instant().plus(time))
                .flatMap(until -> step(
                        desk,
                        id,
                        Action.WAIT,
                        until.toString(),
                        transfer -> requested(transfer)
                                .flatMap(request -> tell(request, until))
                                .then(Mono.defer(() -> write(transfer.resolved(Resolution.WAITING))))));
    }

    /** Listeners first: payables are locked before transfers. */
    private Mono<Void> tell(TransferRequest request, Instant until) {
        return Flux.fromStream(listeners.orderedStream())
                .concatMap(listener -> listener.restAwaited(request.payable(), until))
                .then();
    }

    /** What counts for nothing goes back to whom it came from. */
    Mono<Void> refund(Desk desk, TransferId id) {
        return step(
                desk,
                id,
                Action.REFUND,
                null,
                transfer -> requestOrNothing(transfer)
                        .flatMap(request -> release(transfer, request)
                                .flatMap(free -> refunds.unmatched(free, request.orNull())
                                        .then(Mono.defer(() -> write(free.resolved(Resolution.REFUNDED)))))));
    }

    /** It was meant for this seller order, whatever its text says. */
    Mono<Void> assign(Desk desk, TransferId id, String number) {
        var reference = number.strip().toUpperCase(Locale.ROOT);
        return step(
                desk,
                id,
                Action.ASSIGN,
                reference,
                transfer -> requests.findByReference(reference)
                        .filter(request -> request.isOpen()
                                && Arrival.isPaidInto(request, transfer)
                                && !request.id().equals(transfer.request()))
                        .switchIfEmpty(Mono.error(() -> TransferProblem.notAssignable(reference)))
                        .flatMap(request -> requestOrNothing(transfer)
                                .flatMap(before -> release(transfer, before))
                                .flatMap(free -> matching.settle(Arrival.of(free, request)))));
    }

    Mono<Void> ignore(Desk desk, TransferId id, String why) {
        return step(desk, id, Action.IGNORE, why, transfer -> write(transfer.resolved(Resolution.IGNORED)));
    }

    private Mono<Void> step(Desk desk, TransferId id, Action action, @Nullable String note, Step step) {
        return matching.againOnChange(Mono.defer(() -> transfers
                        .find(id)
                        .filter(transfer -> Objects.equals(transfer.owner(), desk.shop()))
                        .switchIfEmpty(Mono.error(TransferProblem::notFound))
                        .flatMap(transfer -> transfer.actions().contains(action)
                                ? step.take(transfer)
                                : Mono.<Void>error(TransferProblem.closed())))
                .then(Mono.defer(() -> audit.add(
                        Subject.TRANSFER,
                        id.value(),
                        action.name().toLowerCase(Locale.ROOT),
                        note,
                        desk.account(),
                        clock.instant()))));
    }

    private Mono<TransferRequest> requested(BankTransfer transfer) {
        return Mono.justOrEmpty(transfer.request())
                .flatMap(requests::find)
                .filter(TransferRequest::isOpen)
                .switchIfEmpty(Mono.error(TransferProblem::closed));
    }

    private Mono<Void> waivable(Desk desk, TransferRequest request) {
        return desk.shop() != null
                ? Mono.empty()
                : accounts.tolerance(request.seller())
                        .filter(tolerance -> request.left().compareTo(tolerance) > 0)
                        .flatMap(tolerance -> Mono.error(TransferProblem.shortfall(request.left(), tolerance)));
    }

    /** A transfer that counted towards something no longer does; one that paid keeps what paid. */
    private Mono<BankTransfer> release(BankTransfer transfer, Taken taken) {
        var request = taken.orNull();
        if (transfer.reason() != Reason.UNDERPAID || request == null) {
            return Mono.just(transfer);
        }
        var rest = request.with(request.state(), request.received().minus(transfer.used()));
        return matching.write(rest).thenReturn(transfer.uncounted());
    }

    private Mono<Taken> requestOrNothing(BankTransfer transfer) {
        PaymentId request = transfer.request();
        return request == null
                ? Mono.just(new Taken(null))
                : requests.find(request).map(Taken::new);
    }

    private Mono<Void> write(BankTransfer transfer) {
        return TransferMatching.written(transfers.update(transfer, clock.instant()));
    }

    @FunctionalInterface
    private interface Step {
        Mono<Void> take(BankTransfer transfer);
    }

    /** What a transfer is taken for, if anything. */
    private record Taken(@Nullable TransferRequest orNull) {}
}
