package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as its desk shows it.
 *
 * @param takenFor the seller order it is taken for
 * @param missing what that still lacks
 */
record TransferResource(
        String id,
        String bankReference,
        Instant bookedAt,
        long amount,
        long used,
        String currency,
        String description,
        @Nullable String sender,
        String source,
        BankTransfer.State state,
        BankTransfer.@Nullable Reason reason,
        BankTransfer.@Nullable Resolution resolution,
        @Nullable String takenFor,
        @Nullable Long missing,
        List<BankTransfer.Action> actions) {

    static TransferResource from(BankTransfer transfer, @Nullable TransferRequest takenFor) {
        return new TransferResource(
                transfer.id().toString(),
                transfer.bankReference(),
                transfer.bookedAt(),
                transfer.amount().minor(),
                transfer.used().minor(),
                transfer.amount().currencyCode(),
                transfer.description(),
                transfer.sender(),
                transfer.source().name(),
                transfer.state(),
                transfer.reason(),
                transfer.resolution(),
                takenFor == null ? null : takenFor.reference(),
                takenFor == null || !takenFor.isOpen() ? null : takenFor.left().minor(),
                transfer.actions().stream().sorted().toList());
    }
}
