package vn.chophien.paymentsandbox;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of a payment intent once its holder wants to pay: authentication, charge, capture. */
final class Confirmation {

    private static final String AUTHENTICATION_FAILURE =
            "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.";

    private final GatewayState state;
    private final Events events;
    private final Charges charges;
    private final PaymentMethods paymentMethods;
    private final Supplier<URI> publicBase;
    private final Later later;

    Confirmation(
            GatewayState state,
            Events events,
            Charges charges,
            PaymentMethods paymentMethods,
            Supplier<URI> publicBase,
            Later later) {
        this.state = state;
        this.events = events;
        this.charges = charges;
        this.paymentMethods = paymentMethods;
        this.publicBase = publicBase;
        this.later = later;
    }

    /** Answers the intent, or fails with a card error after recording the refused attempt on it. */
    ObjectNode confirm(ObjectNode intent, Params params) {
        var paymentMethodId = Json.text(intent, "payment_method");
        if (paymentMethodId == null) {
            throw StripeProblem.unexpectedState(
                    intent,
                    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.");
        }
        var paymentMethod = paymentMethods.resolve(paymentMethodId);
        if (!paymentMethods.cardOf(paymentMethod).asksHolder()) {
            return charge(intent, paymentMethod, false);
        }
        if (params.flag("off_session") || params.flag("error_on_requires_action")) {
            return refuse(intent, paymentMethod, Decline.AUTHENTICATION_REQUIRED, false);
        }
        return ask(intent, params.text("return_url"));
    }

    /** The bank asks the holder; whoever holds the intent's client secret can answer on the pay page. */
    private ObjectNode ask(ObjectNode intent, @Nullable String returnUrl) {
        var challenge = PayPageLinks.challenge(publicBase.get(), intent, returnUrl);
        intent.set(
                "next_action",
                returnUrl == null
                        ? Json.object(Map.of("type", "use_stripe_sdk", "use_stripe_sdk", Map.of()))
                        : Json.object(Map.of(
                                "type",
                                "redirect_to_url",
                                "redirect_to_url",
                                Map.of("return_url", returnUrl, "url", challenge.toString()))));
        Status.REQUIRES_ACTION.set(intent);
        save(intent);
        events.publish("payment_intent.requires_action", intent);
        return intent;
    }

    /** The holder approved the payment at the bank. */
    ObjectNode approve(ObjectNode intent) {
        var paymentMethod = paymentMethods.resolve(Objects.requireNonNull(Json.text(intent, "payment_method")));
        return charge(intent, paymentMethod, true);
    }

    /** The holder refused the payment at the bank. */
    ObjectNode reject(ObjectNode intent) {
        var paymentMethod = paymentMethods.resolve(Objects.requireNonNull(Json.text(intent, "payment_method")));
        var error = StripeProblem.invalid("payment_intent_authentication_failure", null, AUTHENTICATION_FAILURE)
                .with("payment_method", PaymentMethods.visible(paymentMethod))
                .error();
        fail(intent, error);
        return intent;
    }

    private ObjectNode charge(ObjectNode intent, ObjectNode paymentMethod, boolean authenticated) {
        var processing = later.processing();
        if (processing == null) {
            return settle(intent, paymentMethod, authenticated);
        }
        intent.putNull("next_action");
        Status.PROCESSING.set(intent);
        save(intent);
        events.publish("payment_intent.processing", intent);
        var id = intent.get("id").asText();
        later.run(processing, () -> {
            var then = Objects.requireNonNull(state.find(Kind.PAYMENT_INTENT, id));
            if (Status.of(then) == Status.PROCESSING) {
                settleQuietly(then, paymentMethod, authenticated);
            }
        });
        return intent;
    }

    private void settleQuietly(ObjectNode intent, ObjectNode paymentMethod, boolean authenticated) {
        try {
            settle(intent, paymentMethod, authenticated);
        } catch (StripeProblem declined) {
            // recorded on the intent; there is no request to answer
        }
    }

    private ObjectNode settle(ObjectNode intent, ObjectNode paymentMethod, boolean authenticated) {
        var decline = paymentMethods.cardOf(paymentMethod).decline();
        if (decline != null) {
            return refuse(intent, paymentMethod, decline, authenticated);
        }
        var manual = intent.get("capture_method").asText().equals("manual");
        var charge = charges.succeeded(intent, paymentMethod, !manual, authenticated);
        intent.putNull("next_action").putNull("last_payment_error").set("latest_charge", charge.get("id"));
        if (manual) {
            intent.set("amount_capturable", intent.get("amount"));
            Status.REQUIRES_CAPTURE.set(intent);
        } else {
            intent.set("amount_received", intent.get("amount"));
            Status.SUCCEEDED.set(intent);
        }
        save(intent);
        events.publish("charge.succeeded", charge);
        events.publish(manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent);
        return intent;
    }

    ObjectNode capture(ObjectNode intent, long amount) {
        var charge = charges.require(intent.get("latest_charge").asText());
        charge.put("captured", true).put("amount_captured", amount);
        charges.save(charge);
        intent.put("amount_capturable", 0).put("amount_received", amount);
        Status.SUCCEEDED.set(intent);
        save(intent);
        events.publish("charge.captured", charge);
        events.publish("payment_intent.succeeded", intent);
        return intent;
    }

    private ObjectNode refuse(ObjectNode intent, ObjectNode paymentMethod, Decline decline, boolean authenticated) {
        var charge = charges.failed(intent, paymentMethod, decline, authenticated);
        var chargeId = charge.get("id").asText();
        intent.put("latest_charge", chargeId);
        var error = StripeProblem.card(decline)
                .withCharge(chargeId)
                .with("payment_method", PaymentMethods.visible(paymentMethod))
                .error();
        events.publish("charge.failed", charge);
        fail(intent, error);
        throw StripeProblem.card(decline)
                .withCharge(chargeId)
                .with("payment_intent", intent)
                .with("payment_method", PaymentMethods.visible(paymentMethod));
    }

    private void fail(ObjectNode intent, ObjectNode error) {
        intent.set("last_payment_error", error);
        intent.putNull("next_action").putNull("payment_method");
        Status.REQUIRES_PAYMENT_METHOD.set(intent);
        save(intent);
        events.publish("payment_intent.payment_failed", intent);
    }

    private void save(ObjectNode intent) {
        state.put(Kind.PAYMENT_INTENT, intent.get("id").asText(), intent);
    }
}
