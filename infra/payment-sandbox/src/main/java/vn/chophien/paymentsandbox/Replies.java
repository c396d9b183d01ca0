package vn.chophien.paymentsandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;

/** Idempotency keys: the first answer to a key is the answer to it for a day. */
final class Replies {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 255;

    private final GatewayState state;
    private final InstantSource clock;

    Replies(GatewayState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    Reply once(@Nullable String key, String path, Params params, Supplier<Reply> endpoint) {
        if (key == null || key.isEmpty()) {
            return endpoint.get();
        }
        if (key.length() > LONGEST_KEY) {
            throw StripeProblem.idempotency("Idempotency keys can only be up to 255 characters long.");
        }
        var known = state.find(Kind.REPLY, key);
        if (known != null
                && known.get("at").asLong() > clock.instant().minus(KEPT).getEpochSecond()) {
            if (!known.get("path").asText().equals(path)) {
                throw StripeProblem.idempotency(
                        "Keys for idempotent requests can only be used for the same endpoint they were first used for ('%s'). Try using a key other than '%s' if you meant to execute a different request."
                                .formatted(known.get("path").asText(), key));
            }
            if (!known.get("params").asText().equals(params.fingerprint())) {
                throw StripeProblem.idempotency(
                        "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '%s' if you meant to execute a different request."
                                .formatted(key));
            }
            return new Reply(
                    known.get("status").asInt(),
                    known.get("body").asText(),
                    known.get("request").asText(),
                    true);
        }
        var reply = endpoint.get();
        state.put(
                Kind.REPLY,
                key,
                Json.object()
                        .put("at", clock.instant().getEpochSecond())
                        .put("path", path)
                        .put("params", params.fingerprint())
                        .put("status", reply.status())
                        .put("body", reply.body())
                        .put("request", reply.requestId()));
        return reply;
    }

    /** @param requestId of the request that was answered first */
    record Reply(int status, String body, String requestId, boolean replayed) {}
}
