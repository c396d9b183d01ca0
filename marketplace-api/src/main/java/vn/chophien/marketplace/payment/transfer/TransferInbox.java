package vn.chophien.marketplace.payment.transfer;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.Poller;

/** Takes reported transfers in, each once, and has them looked at. */
@Component
class TransferInbox {

    private final BankTransferRepository transfers;
    private final Poller transferPoller;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    TransferInbox(
            BankTransferRepository transfers,
            Poller transferPoller,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.transfers = transfers;
        this.transferPoller = transferPoller;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers how many of them were news. */
    Mono<Integer> add(List<ReportedTransfer> reported) {
        return Flux.fromIterable(reported)
                .concatMap(one -> transfers.add(one, clock.instant()))
                .filter(isNew -> isNew)
                .count()
                .map(Math::toIntExact)
                .as(transaction::transactional)
                .doOnNext(_ -> transferPoller.wake());
    }
}
