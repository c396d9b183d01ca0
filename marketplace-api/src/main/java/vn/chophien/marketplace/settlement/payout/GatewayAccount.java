package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;

/**
 * What is known of a seller's account at the gateway since a moment.
 *
 * @param account none when it was taken away
 * @param mayReceive what the gateway said of it then
 * @param recordedBy none when it was noted because the gateway refused a transfer
 */
record GatewayAccount(
        UUID id,
        SellerId seller,
        @Nullable String account,
        boolean mayReceive,
        @Nullable AccountId recordedBy,
        Instant recordedAt) {

    static final Pattern SHAPE = Pattern.compile("acct_[0-9A-Za-z_]{1,60}");

    static GatewayAccount of(
            SellerId seller, @Nullable String account, boolean mayReceive, @Nullable AccountId by, Instant now) {
        return new GatewayAccount(UuidV7.next(), seller, account, mayReceive, by, now);
    }
}
