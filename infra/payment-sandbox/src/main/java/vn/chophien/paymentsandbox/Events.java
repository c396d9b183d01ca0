package vn.chophien.paymentsandbox;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** What happened, as Stripe's event objects: each a snapshot taken when it happened. */
final class Events {

    /** The API version of the stripe-java this market uses; the client reads event objects of its own version only. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private final GatewayState state;
    private final InstantSource clock;
    private final Consumer<ObjectNode> subscriber;

    Events(GatewayState state, InstantSource clock, Consumer<ObjectNode> subscriber) {
        this.state = state;
        this.clock = clock;
        this.subscriber = subscriber;
    }

    void publish(String type, ObjectNode subject) {
        publish(type, subject, null);
    }

    void publish(String type, ObjectNode subject, @Nullable ObjectNode previous) {
        var id = Ids.next("evt");
        var event = Json.object().put("id", id).put("object", "event").put("api_version", API_VERSION);
        event.put("created", clock.instant().getEpochSecond());
        var data = event.putObject("data");
        data.set("object", subject.deepCopy());
        if (previous != null) {
            data.set("previous_attributes", previous);
        }
        event.put("livemode", false).put("pending_webhooks", 1);
        event.putObject("request").putNull("id").putNull("idempotency_key");
        event.put("type", type);
        state.put(Kind.EVENT, id, event);
        subscriber.accept(event);
    }
}
