package vn.chophien.paymentsandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import vn.chophien.paymentsandbox.Replies.Reply;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** The HTTP face of the gateway: authentication, routing, idempotency, errors and expansion, as Stripe's API has them. */
final class StripeApi {

    private final Gateway gateway;
    private final String secretKey;

    StripeApi(Gateway gateway, String secretKey) {
        this.gateway = gateway;
        this.secretKey = secretKey;
    }

    ResponseDefinition handle(Request request) {
        var requestId = Ids.next("req");
        Reply reply;
        try {
            authenticate(request);
            reply = answer(request, requestId);
        } catch (StripeProblem problem) {
            reply = new Reply(problem.status(), Json.writePretty(problem.body()), requestId, false);
        }
        return response(request, requestId, reply);
    }

    private Reply answer(Request request, String requestId) {
        var method = request.getMethod().getName();
        var url = request.getUrl();
        int question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        var params = method.equals("POST")
                ? Params.parse(request.getBodyAsString())
                : question < 0 ? Params.none() : Params.parse(url.substring(question + 1));
        Supplier<Reply> endpoint = () -> execute(method, path, params, requestId);
        synchronized (gateway.state) {
            return method.equals("POST")
                    ? gateway.replies.once(request.getHeader("Idempotency-Key"), path, params, endpoint)
                    : endpoint.get();
        }
    }

    /** A card error is an answer like any other: the same key gets the same refusal again. */
    private Reply execute(String method, String path, Params params, String requestId) {
        try {
            var body = expand(route(method, path, params), params.list("expand"));
            return new Reply(200, Json.writePretty(body), requestId, false);
        } catch (StripeProblem problem) {
            if (problem.status() != 402) {
                throw problem;
            }
            return new Reply(problem.status(), Json.writePretty(problem.body()), requestId, false);
        }
    }

    private ObjectNode route(String method, String path, Params params) {
        var parts = path.split("/"); // "", "v1", resource, id?, action?
        var resource = parts.length > 2 ? parts[2] : "";
        var id = parts.length > 3 ? parts[3] : "";
        var action = parts.length > 4 ? parts[4] : "";
        var post = method.equals("POST");
        if (!post && !method.equals("GET") || parts.length > 5) {
            throw StripeProblem.unknownUrl(method, path);
        }
        return switch (resource) {
            case "payment_intents" -> paymentIntents(post, id, action, params, path);
            case "payment_methods" -> paymentMethods(post, id, action, params, path);
            case "charges" ->
                readOnly(post, id, action, params, path, Kind.CHARGE, Set.of("payment_intent", "customer"));
            case "refunds" -> refunds(post, id, action, params, path);
            case "transfers" -> transfers(post, id, action, params, path);
            case "payouts" -> payouts(post, id, action, params, path);
            case "accounts" -> account(post, id, action, path);
            case "balance" -> balance(post, id, path);
            case "events" -> readOnly(post, id, action, params, path, Kind.EVENT, Set.of("type"));
            default -> throw StripeProblem.unknownUrl(method, path);
        };
    }

    private ObjectNode paymentIntents(boolean post, String id, String action, Params params, String path) {
        var intents = gateway.intents;
        if (!post && action.isEmpty()) {
            return id.isEmpty() ? list(Kind.PAYMENT_INTENT, path, params, Set.of("customer")) : intents.require(id);
        }
        return switch (post ? action : "?") {
            case "" -> id.isEmpty() ? intents.create(params) : intents.update(id, params);
            case "confirm" -> intents.confirm(id, params);
            case "capture" -> intents.capture(id, params);
            case "cancel" -> intents.cancel(id, params);
            default -> throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        };
    }

    private ObjectNode paymentMethods(boolean post, String id, String action, Params params, String path) {
        if (!action.isEmpty() || post != id.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        return PaymentMethods.visible(
                post ? gateway.paymentMethods.create(params) : gateway.paymentMethods.resolve(id));
    }

    private ObjectNode refunds(boolean post, String id, String action, Params params, String path) {
        if (!action.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        if (post) {
            return id.isEmpty() ? gateway.refunds.create(params) : gateway.refunds.update(id, params);
        }
        return id.isEmpty()
                ? list(Kind.REFUND, path, params, Set.of("charge", "payment_intent"))
                : gateway.refunds.require(id);
    }

    private ObjectNode transfers(boolean post, String id, String action, Params params, String path) {
        var transfers = gateway.transfers;
        if (post && action.equals("reversals")) {
            return transfers.reverse(id, params);
        }
        if (action.equals("reversals")) {
            return transfers.reversals(id);
        }
        if (!action.isEmpty() || post && !id.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        if (post) {
            return transfers.create(params);
        }
        return id.isEmpty()
                ? list(Kind.TRANSFER, path, params, Set.of("destination", "transfer_group"))
                : transfers.require(id);
    }

    private ObjectNode payouts(boolean post, String id, String action, Params params, String path) {
        if (!action.isEmpty() || post && !id.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        if (post) {
            return gateway.payouts.create(params);
        }
        return id.isEmpty() ? list(Kind.PAYOUT, path, params, Set.of("status")) : gateway.payouts.require(id);
    }

    private static ObjectNode account(boolean post, String id, String action, String path) {
        if (post || id.isEmpty() || !action.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        return Accounts.require(id);
    }

    private ObjectNode balance(boolean post, String id, String path) {
        if (post || !id.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        return gateway.balance.show();
    }

    private ObjectNode readOnly(
            boolean post, String id, String action, Params params, String path, Kind kind, Set<String> filters) {
        if (post || !action.isEmpty()) {
            throw StripeProblem.unknownUrl(post ? "POST" : "GET", path);
        }
        if (id.isEmpty()) {
            return list(kind, path, params, filters);
        }
        var document = gateway.state.find(kind, id);
        if (document == null) {
            throw StripeProblem.missing(kind == Kind.CHARGE ? "charge" : "event", id);
        }
        return document;
    }

    private ObjectNode list(Kind kind, String path, Params params, Set<String> filters) {
        return Listing.page(path, gateway.state.newestFirst(kind), params, filters);
    }

    /** Puts objects in the place of their ids, one level deep: {@code latest_charge} or {@code data.latest_charge}. */
    private ObjectNode expand(ObjectNode body, List<String> expansions) {
        var expanded = body.deepCopy();
        for (var expansion : expansions) {
            var member = expansion.startsWith("data.") ? expansion.substring(5) : expansion;
            if (expansion.startsWith("data.") && expanded.get("data") instanceof ArrayNode items) {
                items.forEach(item -> expandMember((ObjectNode) item, member));
            } else {
                expandMember(expanded, member);
            }
        }
        return expanded;
    }

    private void expandMember(ObjectNode object, String member) {
        var kind = switch (member) {
            case "latest_charge", "charge" -> Kind.CHARGE;
            case "payment_intent" -> Kind.PAYMENT_INTENT;
            case "payment_method" -> Kind.PAYMENT_METHOD;
            default ->
                throw StripeProblem.invalid(null, "expand", "This property cannot be expanded (%s).".formatted(member));
        };
        var id = Json.text(object, member);
        var found = id == null ? null : gateway.state.find(kind, id);
        if (found != null) {
            object.set(member, kind == Kind.PAYMENT_METHOD ? PaymentMethods.visible(found) : found.deepCopy());
        }
    }

    private void authenticate(Request request) {
        var key = key(request.getHeader("Authorization"));
        if (key.isEmpty()) {
            throw StripeProblem.unauthorized(
                    "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (!key.equals(secretKey)) {
            throw StripeProblem.unauthorized("Invalid API Key provided: " + masked(key));
        }
    }

    private static String key(@Nullable String authorization) {
        if (authorization == null) {
            return "";
        }
        if (authorization.startsWith("Bearer ")) {
            return authorization.substring(7).strip();
        }
        if (authorization.startsWith("Basic ")) {
            try {
                var decoded =
                        Base64.getDecoder().decode(authorization.substring(6).strip());
                return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
            } catch (IllegalArgumentException notBase64) {
                return "";
            }
        }
        return "";
    }

    private static String masked(String key) {
        return key.length() <= 12
                ? "*".repeat(key.length())
                : key.substring(0, 8) + "*****" + key.substring(key.length() - 4);
    }

    private static ResponseDefinition response(Request request, String requestId, Reply reply) {
        var response = new ResponseDefinitionBuilder()
                .withStatus(reply.status())
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withHeader("Cache-Control", "no-cache, no-store")
                .withHeader("Request-Id", requestId)
                .withHeader("Stripe-Version", Events.API_VERSION)
                .withBody(reply.body());
        var key = request.getHeader("Idempotency-Key");
        if (key != null) {
            response.withHeader("Idempotency-Key", key).withHeader("Original-Request", reply.requestId());
        }
        if (reply.replayed()) {
            response.withHeader("Idempotent-Replayed", "true");
        }
        return response.build();
    }
}
