package vn.chophien.paymentsandbox;

import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Attempts to take money from a card. */
final class Charges {

    private final GatewayState state;
    private final InstantSource clock;

    Charges(GatewayState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    ObjectNode succeeded(ObjectNode intent, ObjectNode paymentMethod, boolean captured, boolean authenticated) {
        var charge = of(intent, paymentMethod, authenticated);
        charge.put("status", "succeeded").put("paid", true).put("captured", captured);
        charge.put("amount_captured", captured ? intent.get("amount").asLong() : 0);
        charge.set(
                "outcome",
                Json.object(Map.of(
                        "network_status",
                        "approved_by_network",
                        "risk_level",
                        "normal",
                        "seller_message",
                        "Payment complete.",
                        "type",
                        "authorized")));
        return save(charge);
    }

    ObjectNode failed(ObjectNode intent, ObjectNode paymentMethod, Decline decline, boolean authenticated) {
        var charge = of(intent, paymentMethod, authenticated);
        charge.put("status", "failed").put("paid", false).put("captured", false);
        charge.put("failure_code", decline.code()).put("failure_message", decline.message());
        var blocked = "fraudulent".equals(decline.declineCode());
        charge.set(
                "outcome",
                Json.object(Map.of(
                        "network_status",
                        blocked ? "not_sent_to_network" : "declined_by_network",
                        "reason",
                        blocked ? "highest_risk_level" : decline.reason(),
                        "risk_level",
                        blocked ? "highest" : "normal",
                        "seller_message",
                        "The bank did not return any further details with this decline.",
                        "type",
                        blocked ? "blocked" : "issuer_declined")));
        return save(charge);
    }

    @Nullable
    ObjectNode find(@Nullable String id) {
        return id == null ? null : state.find(Kind.CHARGE, id);
    }

    ObjectNode require(String id) {
        var charge = state.find(Kind.CHARGE, id);
        if (charge == null) {
            throw StripeProblem.missing("charge", id);
        }
        return charge;
    }

    ObjectNode save(ObjectNode charge) {
        state.put(Kind.CHARGE, charge.get("id").asText(), charge);
        return charge;
    }

    private ObjectNode of(ObjectNode intent, ObjectNode paymentMethod, boolean authenticated) {
        var charge = Json.object().put("id", Ids.next("ch")).put("object", "charge");
        charge.put("amount", intent.get("amount").asLong())
                .put("amount_captured", 0)
                .put("amount_refunded", 0);
        charge.putNull("application").putNull("balance_transaction");
        charge.set("billing_details", paymentMethod.get("billing_details").deepCopy());
        charge.put("calculated_statement_descriptor", "CHO PHIEN").put("captured", false);
        charge.put("created", clock.instant().getEpochSecond());
        charge.set("currency", intent.get("currency"));
        charge.set("customer", intent.get("customer"));
        charge.set("description", intent.get("description"));
        charge.put("disputed", false).putNull("failure_code").putNull("failure_message");
        charge.set("fraud_details", Json.object());
        charge.put("livemode", false);
        charge.set("metadata", intent.get("metadata").deepCopy());
        charge.put("paid", false);
        charge.set("payment_intent", intent.get("id"));
        charge.set("payment_method", paymentMethod.get("id"));
        charge.set("payment_method_details", details(paymentMethod, authenticated));
        charge.set("receipt_email", intent.get("receipt_email"));
        charge.put("refunded", false);
        charge.set("transfer_group", intent.get("transfer_group"));
        return charge;
    }

    private static ObjectNode details(ObjectNode paymentMethod, boolean authenticated) {
        var card = (ObjectNode) paymentMethod.get("card").deepCopy();
        card.set("network", card.get("brand"));
        if (authenticated) {
            card.set(
                    "three_d_secure",
                    Json.object(
                            Map.of("authentication_flow", "challenge", "result", "authenticated", "version", "2.2.0")));
        } else {
            card.putNull("three_d_secure");
        }
        var details = Json.object();
        details.set("card", card);
        return details.put("type", "card");
    }
}
