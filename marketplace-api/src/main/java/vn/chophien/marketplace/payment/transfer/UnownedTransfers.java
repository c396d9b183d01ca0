package vn.chophien.marketplace.payment.transfer;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.seller.SellerId;

/** Money that a bank reported while nobody had the account it arrived in: it waits for whoever names that account. */
@Component
public class UnownedTransfers {

    private final BankTransferRepository transfers;
    private final InstantSource clock;

    UnownedTransfers(BankTransferRepository transfers, InstantSource clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    /** What waits in this account waits on this shop's desk from now on. Joins the transaction of the caller, who holds the account's lock. */
    public Mono<Void> giveTo(SellerId seller, BankAccount account) {
        return Mono.defer(() -> transfers.giveWaiting(account.bin(), account.number(), seller, clock.instant()));
    }
}
