package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;

/**
 * That a shop named a bank account before any other did.
 *
 * @param present whether it is paid there now; else it was before
 * @param awaited transfers that buyers were asked to make to it and have not made
 * @param release that an operator took it away, if one did
 */
record AccountClaim(
        UUID id,
        SellerId seller,
        BankAccount account,
        Instant claimedAt,
        boolean present,
        long awaited,
        @Nullable Release release) {

    /** @param id of this release, by which lists go on */
    record Release(UUID id, String reason, AccountId by, Instant at) {}
}
