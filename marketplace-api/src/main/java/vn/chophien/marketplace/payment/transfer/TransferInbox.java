package vn.chophien.marketplace.payment.transfer;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.CollectingAccountListener;
import vn.chophien.marketplace.payment.Poller;

/** Takes reported transfers in, each once, tells of those in the partner's account, and has them looked at. */
@Component
class TransferInbox {

    private final BankTransferRepository transfers;
    private final ObjectProvider<CollectingAccountListener> listeners;
    private final Poller transferPoller;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    TransferInbox(
            BankTransferRepository transfers,
            ObjectProvider<CollectingAccountListener> listeners,
            Poller transferPoller,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.transfers = transfers;
        this.listeners = listeners;
        this.transferPoller = transferPoller;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers how many of them were news. */
    Mono<Integer> add(List<ReportedTransfer> reported) {
        return Flux.fromIterable(reported)
                .concatMap(this::add)
                .filter(isNew -> isNew)
                .count()
                .map(Math::toIntExact)
                .as(transaction::transactional)
                .doOnNext(_ -> transferPoller.wake());
    }

    private Mono<Boolean> add(ReportedTransfer reported) {
        var id = TransferId.generate();
        var now = clock.instant();
        return transfers
                .add(id, reported, now)
                .flatMap(isNew -> isNew && reported.toPartner()
                        ? Flux.fromStream(listeners.orderedStream())
                                .concatMap(listener ->
                                        listener.arrived(id.value(), reported.bankReference(), reported.amount(), now))
                                .then(Mono.just(true))
                        : Mono.just(isNew));
    }
}
