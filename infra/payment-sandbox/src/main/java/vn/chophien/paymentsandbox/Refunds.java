package vn.chophien.paymentsandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import vn.chophien.paymentsandbox.TestCard.RefundOutcome;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Money given back, at once or, for two test cards, decided a moment later. */
final class Refunds {

    private static final Duration LATER = Duration.ofSeconds(2);

    private final GatewayState state;
    private final InstantSource clock;
    private final Events events;
    private final Charges charges;
    private final PaymentIntents intents;
    private final PaymentMethods paymentMethods;
    private final Later later;

    Refunds(
            GatewayState state,
            InstantSource clock,
            Events events,
            Charges charges,
            PaymentIntents intents,
            PaymentMethods paymentMethods,
            Later later) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.charges = charges;
        this.intents = intents;
        this.paymentMethods = paymentMethods;
        this.later = later;
    }

    ObjectNode create(Params params) {
        params.allowOnly(Set.of(
                "amount",
                "charge",
                "expand",
                "metadata",
                "payment_intent",
                "reason",
                "refund_application_fee",
                "reverse_transfer"));
        var reason = params.text("reason") == null
                ? null
                : params.choice("reason", Set.of("duplicate", "fraudulent", "requested_by_customer"), "");
        var charge = charge(params);
        var left = charge.get("amount_captured").asLong()
                - charge.get("amount_refunded").asLong();
        var amount = params.integer("amount", left);
        refuseTooMuch(charge, amount, left);
        var refund = blank(charge, amount, reason, params);
        var outcome = paymentMethods
                .cardOf(paymentMethods.resolve(charge.get("payment_method").asText()))
                .refunds();
        refund.put("status", outcome == RefundOutcome.SUCCEEDS_LATER ? "pending" : "succeeded");
        save(refund);
        events.publish("refund.created", refund);
        book(charge, amount);
        if (outcome != RefundOutcome.SUCCEEDS) {
            var id = refund.get("id").asText();
            later.run(
                    LATER,
                    () -> decide(require(id), charges.require(charge.get("id").asText()), outcome));
        }
        return refund;
    }

    ObjectNode require(String id) {
        var refund = state.find(Kind.REFUND, id);
        if (refund == null) {
            throw StripeProblem.missing("refund", id);
        }
        return refund;
    }

    ObjectNode update(String id, Params params) {
        params.allowOnly(Set.of("metadata", "expand"));
        var refund = require(id);
        params.nested("metadata").mergeInto((ObjectNode) refund.get("metadata"));
        return save(refund);
    }

    private ObjectNode charge(Params params) {
        var chargeId = params.text("charge");
        if (chargeId != null) {
            return charges.require(chargeId);
        }
        var intentId = params.text("payment_intent");
        if (intentId == null) {
            throw StripeProblem.invalid(
                    "parameter_missing",
                    null,
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        var intent = intents.require(intentId);
        var charge = charges.find(Json.text(intent, "latest_charge"));
        if (charge == null || !charge.get("paid").asBoolean()) {
            throw StripeProblem.invalid(
                    null,
                    "payment_intent",
                    "This PaymentIntent (%s) does not have a successful charge to refund.".formatted(intentId));
        }
        return charge;
    }

    private static void refuseTooMuch(ObjectNode charge, long amount, long left) {
        var id = charge.get("id").asText();
        if (!charge.get("captured").asBoolean()) {
            throw StripeProblem.invalid(
                    "charge_not_captured",
                    "charge",
                    "Charge %s has not been captured; cancel it instead.".formatted(id));
        }
        if (left == 0) {
            throw StripeProblem.invalid(
                    "charge_already_refunded", "charge", "Charge %s has already been refunded.".formatted(id));
        }
        if (amount < 1) {
            throw StripeProblem.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount > left) {
            throw StripeProblem.invalid(
                    "amount_too_large",
                    "amount",
                    "Refund amount (%d) is greater than unrefunded amount on charge (%d)".formatted(amount, left));
        }
    }

    private void book(ObjectNode charge, long amount) {
        var previous = Json.object(Map.of(
                "amount_refunded",
                charge.get("amount_refunded").asLong(),
                "refunded",
                charge.get("refunded").asBoolean()));
        var refunded = charge.get("amount_refunded").asLong() + amount;
        charge.put("amount_refunded", refunded);
        charge.put("refunded", refunded == charge.get("amount_captured").asLong());
        events.publish("charge.refunded", charges.save(charge), previous);
    }

    private void decide(ObjectNode refund, ObjectNode charge, RefundOutcome outcome) {
        var previous = Json.object(Map.of("status", refund.get("status").asText()));
        if (outcome == RefundOutcome.FAILS_LATER) {
            refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
            save(refund);
            charge.put(
                    "amount_refunded",
                    charge.get("amount_refunded").asLong()
                            - refund.get("amount").asLong());
            charge.put("refunded", false);
            charges.save(charge);
            events.publish("refund.failed", refund);
        } else {
            save(refund.put("status", "succeeded"));
        }
        events.publish("refund.updated", refund, previous);
    }

    private ObjectNode save(ObjectNode refund) {
        state.put(Kind.REFUND, refund.get("id").asText(), refund);
        return refund;
    }

    private ObjectNode blank(ObjectNode charge, long amount, @Nullable String reason, Params params) {
        var refund =
                Json.object().put("id", Ids.next("re")).put("object", "refund").put("amount", amount);
        refund.putNull("balance_transaction").set("charge", charge.get("id"));
        refund.put("created", clock.instant().getEpochSecond()).set("currency", charge.get("currency"));
        refund.set(
                "destination_details",
                Json.object(Map.of("card", Map.of("reference_status", "pending", "type", "refund"), "type", "card")));
        refund.set("metadata", Json.object());
        params.nested("metadata").mergeInto((ObjectNode) refund.get("metadata"));
        refund.set("payment_intent", charge.get("payment_intent"));
        return refund.put("reason", reason).putNull("receipt_number");
    }
}
