package vn.chophien.paymentsandbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Payment intents: what a client may ask of them. What becomes of a confirmed one is {@link Confirmation}'s. */
final class PaymentIntents {

    private static final Set<String> DESCRIPTIVE = Set.of(
            "amount",
            "currency",
            "customer",
            "description",
            "expand",
            "metadata",
            "payment_method",
            "payment_method_data",
            "payment_method_options",
            "payment_method_types",
            "receipt_email",
            "setup_future_usage",
            "shipping",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "transfer_group",
            "capture_method");
    private static final Set<String> CONFIRMING = Set.of(
            "error_on_requires_action",
            "expand",
            "off_session",
            "payment_method",
            "payment_method_data",
            "payment_method_options",
            "payment_method_types",
            "receipt_email",
            "return_url",
            "setup_future_usage",
            "shipping",
            "capture_method",
            "use_stripe_sdk",
            "mandate_data",
            "confirmation_token");
    private final GatewayState state;
    private final InstantSource clock;
    private final Events events;
    private final Charges charges;
    private final PaymentMethods paymentMethods;
    private final Confirmation confirmation;

    PaymentIntents(
            GatewayState state,
            InstantSource clock,
            Events events,
            Charges charges,
            PaymentMethods paymentMethods,
            Supplier<URI> publicBase,
            Later later) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.charges = charges;
        this.paymentMethods = paymentMethods;
        this.confirmation = new Confirmation(state, events, charges, paymentMethods, publicBase, later);
    }

    Confirmation confirmation() {
        return confirmation;
    }

    ObjectNode create(Params params) {
        params.allowOnly(
                union(DESCRIPTIVE, CONFIRMING, Set.of("automatic_payment_methods", "confirm", "confirmation_method")));
        var intent = IntentFields.blank(params, clock.instant());
        IntentFields.describe(params, intent);
        attach(params, intent);
        save(intent);
        events.publish("payment_intent.created", intent);
        return params.flag("confirm") ? confirmation.confirm(intent, params) : intent;
    }

    ObjectNode require(String id) {
        var intent = state.find(Kind.PAYMENT_INTENT, id);
        if (intent == null) {
            throw StripeProblem.missing("payment_intent", id);
        }
        return intent;
    }

    ObjectNode update(String id, Params params) {
        params.allowOnly(DESCRIPTIVE);
        var intent = require(id);
        if (params.has("amount") || params.has("currency") || params.has("payment_method")) {
            if (!Status.of(intent).isBeforeMoney()) {
                throw StripeProblem.unexpectedState(
                        intent,
                        "This PaymentIntent's amount, currency or payment method could not be updated because it has a status of %s. You may only update them of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action."
                                .formatted(Status.of(intent).wire()));
            }
        }
        if (params.has("amount")) {
            intent.put("amount", IntentFields.amount(params));
        }
        if (params.has("currency")) {
            intent.put("currency", IntentFields.currency(params));
        }
        IntentFields.describe(params, intent);
        attach(params, intent);
        return save(intent);
    }

    ObjectNode confirm(String id, Params params) {
        params.allowOnly(CONFIRMING);
        var intent = require(id);
        if (!Status.of(intent).isBeforeMoney()) {
            throw StripeProblem.unexpectedState(
                    intent,
                    Status.of(intent) == Status.SUCCEEDED
                            ? "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."
                            : "You cannot confirm this PaymentIntent because it has a status of %s. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action, requires_payment_method."
                                    .formatted(Status.of(intent).wire()));
        }
        IntentFields.copyTexts(params, intent);
        attach(params, intent);
        return confirmation.confirm(intent, params);
    }

    ObjectNode capture(String id, Params params) {
        params.allowOnly(Set.of("amount_to_capture", "expand", "metadata", "statement_descriptor", "final_capture"));
        var intent = require(id);
        if (Status.of(intent) != Status.REQUIRES_CAPTURE) {
            throw StripeProblem.unexpectedState(
                    intent,
                    "This PaymentIntent could not be captured because it has a status of %s. Only a PaymentIntent with one of the following statuses may be captured: requires_capture."
                            .formatted(Status.of(intent).wire()));
        }
        var capturable = intent.get("amount_capturable").asLong();
        var amount = params.integer("amount_to_capture", capturable);
        if (amount < 1 || amount > capturable) {
            throw StripeProblem.invalid(
                    "amount_too_large",
                    "amount_to_capture",
                    "The amount you requested to capture, %d, is not between 1 and the capturable %d."
                            .formatted(amount, capturable));
        }
        params.nested("metadata").mergeInto((ObjectNode) intent.get("metadata"));
        return confirmation.capture(intent, amount);
    }

    ObjectNode cancel(String id, Params params) {
        params.allowOnly(Set.of("cancellation_reason", "expand"));
        var reason = params.text("cancellation_reason") == null
                ? null
                : params.choice(
                        "cancellation_reason",
                        Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned"),
                        "");
        var intent = require(id);
        if (!Status.of(intent).isCancelable()) {
            throw StripeProblem.unexpectedState(
                    intent,
                    "You cannot cancel this PaymentIntent because it has a status of %s. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing."
                            .formatted(Status.of(intent).wire()));
        }
        release(intent);
        intent.put("canceled_at", clock.instant().getEpochSecond()).put("cancellation_reason", reason);
        intent.put("amount_capturable", 0).putNull("next_action");
        Status.CANCELED.set(intent);
        save(intent);
        events.publish("payment_intent.canceled", intent);
        return intent;
    }

    /** An authorization that is not taken goes back to the holder. */
    private void release(ObjectNode intent) {
        var charge = charges.find(Json.text(intent, "latest_charge"));
        if (charge != null && Status.of(intent) == Status.REQUIRES_CAPTURE) {
            charge.put("refunded", true)
                    .put("amount_refunded", charge.get("amount").asLong());
            events.publish("charge.refunded", charges.save(charge));
        }
    }

    private void attach(Params params, ObjectNode intent) {
        ObjectNode paymentMethod = null;
        if (params.has("payment_method_data")) {
            paymentMethod = paymentMethods.create(params.nested("payment_method_data"));
        } else if (params.text("payment_method") != null) {
            paymentMethod = paymentMethods.resolve(params.requiredText("payment_method"));
        }
        if (paymentMethod != null) {
            intent.set("payment_method", paymentMethod.get("id"));
            if (Status.of(intent) != Status.REQUIRES_CONFIRMATION) {
                Status.REQUIRES_CONFIRMATION.set(intent);
                intent.putNull("next_action");
            }
        }
    }

    private ObjectNode save(ObjectNode intent) {
        state.put(Kind.PAYMENT_INTENT, intent.get("id").asText(), intent);
        return intent;
    }

    private static Set<String> union(Set<String> first, Set<String> second, Set<String> third) {
        var all = new HashSet<>(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }
}
