package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/** Money that goes back to a buyer's bank account, made by hand by whoever has it. */
public interface BankRefunds {

    /** What goes back for these payables, the newest first. */
    Flux<Due> find(Collection<PayableId> payables);

    /**
     * Where the buyer wants it: for everything of these payables that is not done. Refused with {@code refund-closed} when nothing is.
     */
    Mono<Void> giveAccount(Collection<PayableId> payables, BankAccount account);

    /**
     * @param state {@code ACCOUNT_NEEDED}, {@code READY} or {@code DONE}
     * @param bySeller whether the shop makes the transfer; else the platform's partner
     * @param accountHint the end of the account's number
     */
    record Due(
            UUID id,
            PayableId payable,
            RefundKey key,
            String reference,
            Money amount,
            String state,
            boolean bySeller,
            @Nullable String accountHint,
            @Nullable Instant doneAt) {}
}
