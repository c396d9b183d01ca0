package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payout. The account number stays hidden but for its end; only the bank's file has it whole.
 *
 * @param bankReference the gateway's name of the transfer where it went that way
 * @param reversed what of it the gateway has taken back for later refunds
 * @param reason of one that was withdrawn or returned: a code of ours ({@code BALANCE_FELL}, {@code ACCOUNT_CHANGED}, {@code BATCH_DISCARDED})
 *     or what the bank said
 */
record PayoutResource(
        String reference,
        String batch,
        @Nullable String shopSlug,
        @Nullable String shopName,
        long amount,
        String currency,
        PayoutWay way,
        @Nullable String bankBin,
        String accountHint,
        @Nullable String holder,
        PayoutState state,
        @Nullable String reason,
        @Nullable String bankReference,
        long reversed,
        Instant createdAt,
        Instant updatedAt) {

    /** @param shop none for the seller itself, who knows who it is */
    static PayoutResource from(Payout payout, @Nullable Shop shop) {
        var account = payout.destination() instanceof PayoutDestination.AtBank to ? to.account() : null;
        return new PayoutResource(
                payout.reference(),
                payout.batch(),
                shop == null ? null : shop.slug(),
                shop == null ? null : shop.name(),
                payout.amount().minor(),
                payout.amount().currencyCode(),
                payout.destination().way(),
                account == null ? null : account.bin(),
                payout.destination().hint(),
                account == null ? null : account.holder(),
                payout.state(),
                payout.reason(),
                payout.bankReference(),
                payout.reversed().minor(),
                payout.createdAt(),
                payout.updatedAt());
    }

    /** Whose it is, in the reader's language. */
    record Shop(String slug, String name) {}
}
