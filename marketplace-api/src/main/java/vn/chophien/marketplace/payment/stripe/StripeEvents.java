package vn.chophien.marketplace.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.payment.gateway.ForgedEventException;
import vn.chophien.marketplace.payment.gateway.GatewayEvent;

/** Webhook events: who signed them, and which payment or deposit they are about. Nothing else in them is believed. */
final class StripeEvents {

    private static final long TOLERANCE_SECONDS = Webhook.DEFAULT_TOLERANCE;

    private final List<String> secrets;
    private final JsonMapper json;

    StripeEvents(List<String> secrets, JsonMapper json) {
        this.secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
        this.json = json;
    }

    GatewayEvent verify(String body, String signature) {
        if (secrets.stream().noneMatch(secret -> isSigned(body, signature, secret))) {
            throw new ForgedEventException("No configured webhook secret made this signature, or it is too old");
        }
        try {
            var event = json.readTree(body);
            var id = text(event.path("id"));
            var type = text(event.path("type"));
            if (id == null || type == null) {
                throw new ForgedEventException("A signed event without id or type");
            }
            return new GatewayEvent(
                    id, type, subject(type, event.path("data").path("object"), text(event.path("account"))));
        } catch (JacksonException unreadable) {
            throw new ForgedEventException("A signed event that is not JSON: " + unreadable.getMessage());
        }
    }

    private static boolean isSigned(String body, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS);
        } catch (SignatureVerificationException forged) {
            return false;
        }
    }

    /** @param account of a shop, when it happened there and not to the market's own money */
    private static @Nullable String subject(String type, JsonNode object, @Nullable String account) {
        if (type.startsWith("payout.")) {
            return account == null ? text(object.path("id")) : null;
        }
        if (type.startsWith("payment_intent.")) {
            return text(object.path("id"));
        }
        return type.startsWith("charge.") || type.startsWith("refund.") ? text(object.path("payment_intent")) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
