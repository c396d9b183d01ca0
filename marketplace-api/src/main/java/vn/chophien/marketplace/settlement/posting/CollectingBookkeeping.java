package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.CollectingAccountListener;
import vn.chophien.marketplace.settlement.ledger.Ledger;

/** Books what comes into the partner's collecting account, and what leaves it unused. */
@Component
public class CollectingBookkeeping implements CollectingAccountListener {

    private final Ledger ledger;

    CollectingBookkeeping(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Mono<Void> arrived(UUID transfer, String reference, Money amount, Instant at) {
        return ledger.post(MoneyPosting.arrived(transfer, reference, amount, at))
                .then();
    }

    /** What never was in the collecting account cannot leave it. */
    @Override
    public Mono<Void> sentBack(UUID refund, UUID transfer, String reference, Money amount, Instant at) {
        return ledger.find(MoneyPosting.arrivedKey(transfer))
                .flatMap(arrived -> ledger.post(MoneyPosting.sentBack(refund, reference, amount, at)))
                .then();
    }
}
