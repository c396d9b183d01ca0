package vn.chophien.paymentsandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as Stripe's API answers it. */
final class StripeProblem extends RuntimeException {

    private final int status;
    private final ObjectNode error;

    private StripeProblem(int status, String type, @Nullable String code, @Nullable String param, String message) {
        super(message);
        this.status = status;
        this.error = Json.object();
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", message);
        if (param != null) {
            error.put("param", param);
        }
        error.put("type", type);
    }

    static StripeProblem invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeProblem(400, "invalid_request_error", code, param, message);
    }

    static StripeProblem missing(String what, String id) {
        return new StripeProblem(
                404, "invalid_request_error", "resource_missing", "id", "No such %s: '%s'".formatted(what, id));
    }

    static StripeProblem foreignAccount(String id) {
        return new StripeProblem(
                403,
                "invalid_request_error",
                "account_invalid",
                null,
                "The provided key does not have access to account '%s' (or that account does not exist). Application access may have been revoked."
                        .formatted(id));
    }

    static StripeProblem unknownUrl(String method, String path) {
        return new StripeProblem(
                404,
                "invalid_request_error",
                null,
                null,
                "Unrecognized request URL (%s: %s). This sandbox speaks payment intents, payment methods, charges, refunds, transfers, accounts, payouts, the balance and events."
                        .formatted(method, path));
    }

    static StripeProblem unauthorized(String message) {
        return new StripeProblem(401, "invalid_request_error", null, null, message);
    }

    static StripeProblem idempotency(String message) {
        return new StripeProblem(400, "idempotency_error", null, null, message);
    }

    static StripeProblem unexpectedState(ObjectNode paymentIntent, String message) {
        return invalid("payment_intent_unexpected_state", null, message).with("payment_intent", paymentIntent);
    }

    static StripeProblem card(Decline decline) {
        var problem = new StripeProblem(402, "card_error", decline.code(), decline.param(), decline.message());
        if (decline.declineCode() != null) {
            problem.error.put("decline_code", decline.declineCode());
        }
        return problem;
    }

    static StripeProblem outage() {
        return new StripeProblem(
                500, "api_error", null, null, "An unknown error occurred (injected into the sandbox by a fault).");
    }

    StripeProblem with(String member, ObjectNode value) {
        error.set(member, value.deepCopy());
        return this;
    }

    StripeProblem withCharge(String id) {
        error.put("charge", id);
        return this;
    }

    int status() {
        return status;
    }

    ObjectNode error() {
        return error;
    }

    ObjectNode body() {
        return Json.object(Map.of("error", error));
    }
}
