package vn.chophien.marketplace.pricefeed.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/**
 * An address that is told of publications.
 *
 * @param formerSecret signs beside the other until {@code formerUntil}
 */
record Webhook(
        UUID id,
        AccountId owner,
        String url,
        State state,
        WebhookSecret secret,
        @Nullable WebhookSecret formerSecret,
        @Nullable Instant formerUntil,
        Instant createdAt) {

    enum State {
        ACTIVE,
        ENDED
    }

    /** The secrets that sign a message now, the current one first. */
    List<WebhookSecret> secretsAt(Instant now) {
        var secrets = new ArrayList<WebhookSecret>(List.of(secret));
        if (formerSecret != null && formerUntil != null && formerUntil.isAfter(now)) {
            secrets.add(formerSecret);
        }
        return secrets;
    }
}
