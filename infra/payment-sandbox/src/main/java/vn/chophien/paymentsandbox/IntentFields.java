package vn.chophien.paymentsandbox;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of a payment intent: as a client describes them, and those that Stripe adds. */
final class IntentFields {

    private static final long LARGEST_AMOUNT = 99_999_999;
    private static final List<String> COPIED_TEXTS = List.of(
            "customer",
            "description",
            "receipt_email",
            "setup_future_usage",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "transfer_group");

    private IntentFields() {}

    /** A new intent as these parameters describe it; what is wrong with amount or currency is told first. */
    static ObjectNode blank(Params params, Instant now) {
        var amount = amount(params);
        var currency = currency(params);
        var id = Ids.next("pi");
        var intent = Json.object().put("id", id).put("object", "payment_intent").put("amount", amount);
        intent.put("amount_capturable", 0).set("amount_details", Json.object(Map.of("tip", Map.of())));
        intent.put("amount_received", 0).putNull("application").putNull("application_fee_amount");
        intent.set("automatic_payment_methods", automatic(params));
        intent.putNull("canceled_at").putNull("cancellation_reason");
        intent.put(
                "capture_method",
                params.choice("capture_method", Set.of("automatic", "automatic_async", "manual"), "automatic_async"));
        intent.put("client_secret", id + "_secret_" + Ids.next("s").substring(2));
        intent.put(
                "confirmation_method",
                params.choice("confirmation_method", Set.of("automatic", "manual"), "automatic"));
        intent.put("created", now.getEpochSecond()).put("currency", currency);
        COPIED_TEXTS.forEach(intent::putNull);
        intent.putNull("last_payment_error").putNull("latest_charge");
        intent.put("livemode", false).set("metadata", Json.object());
        intent.putNull("next_action").putNull("on_behalf_of").putNull("payment_method");
        intent.set(
                "payment_method_options", Json.object(Map.of("card", Map.of("request_three_d_secure", "automatic"))));
        var types = params.list("payment_method_types");
        var typeNodes = intent.putArray("payment_method_types");
        (types.isEmpty() ? List.of("card") : types).forEach(typeNodes::add);
        intent.putNull("processing").putNull("review").putNull("shipping").putNull("transfer_data");
        Status.REQUIRES_PAYMENT_METHOD.set(intent);
        return intent;
    }

    private static @Nullable ObjectNode automatic(Params params) {
        if (!params.list("payment_method_types").isEmpty()) {
            return null;
        }
        var automatic = params.nested("automatic_payment_methods");
        return Json.object(Map.of("enabled", true, "allow_redirects", automatic.text("allow_redirects", "always")));
    }

    static void describe(Params params, ObjectNode intent) {
        copyTexts(params, intent);
        params.nested("metadata").mergeInto((ObjectNode) intent.get("metadata"));
    }

    static void copyTexts(Params params, ObjectNode intent) {
        for (var name : COPIED_TEXTS) {
            var text = params.text(name);
            if (text != null) {
                intent.put(name, text.isEmpty() ? null : text);
            }
        }
    }

    static long amount(Params params) {
        var amount = params.requiredInteger("amount");
        if (amount < 1) {
            throw StripeProblem.invalid(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount > LARGEST_AMOUNT) {
            throw StripeProblem.invalid(
                    "amount_too_large", "amount", "Amount must be no more than %d.".formatted(LARGEST_AMOUNT));
        }
        return amount;
    }

    static String currency(Params params) {
        var currency = params.requiredText("currency").toLowerCase(Locale.ROOT);
        try {
            Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw StripeProblem.invalid(null, "currency", "Invalid currency: %s.".formatted(currency));
        }
        return currency;
    }
}
