package vn.chophien.paymentsandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.chophien.paymentsandbox.GatewayState.Kind;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Delivers events to the webhook address, signed, again and again until it answers 2xx or the retries are used up.
 * Never on the thread of an API call. Tests and operators may hold, lose, delay, reorder and repeat deliveries; they
 * cannot make an event up.
 */
public final class Webhooks {

    /** What happens to a new delivery. */
    public enum Mode {
        DELIVER,
        /** Kept back until {@link #release}. */
        HOLD,
        /** Never sent, as if the network had lost it and every retry. */
        LOSE
    }

    public enum Order {
        AS_HAPPENED,
        REVERSED
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int REMEMBERED = 500;

    private final GatewayState state;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final HttpClient http;
    private volatile @Nullable URI url;
    private final String secret;
    private final List<Duration> retries;
    private final Deque<ObjectNode> finished = new ArrayDeque<>();
    private Mode mode = Mode.DELIVER;
    private Duration delay = Duration.ZERO;

    Webhooks(GatewayState state, InstantSource clock, ScheduledExecutorService scheduler, SandboxSettings settings) {
        this.state = state;
        this.clock = clock;
        this.scheduler = scheduler;
        this.url = settings.webhookUrl();
        this.secret = settings.webhookSecret();
        this.retries = settings.webhookRetries();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** For tests whose shop knows its own address only after the sandbox has started. */
    public void sendTo(URI address) {
        url = address;
    }

    public void mode(Mode newMode) {
        synchronized (state) {
            mode = newMode;
        }
    }

    /** Every new delivery waits this long before its first attempt. */
    public void delay(Duration newDelay) {
        synchronized (state) {
            delay = newDelay;
        }
    }

    /** Sends what was held, one after the other, and delivers normally from now on. Returns how many. */
    public int release(Order order) {
        synchronized (state) {
            mode = Mode.DELIVER;
            var held = new ArrayList<>(state.oldestFirst(Kind.DELIVERY).stream()
                    .filter(delivery -> delivery.get("status").asText().equals("held"))
                    .toList());
            var inOrder = order == Order.REVERSED ? held.reversed() : held;
            inOrder.forEach(delivery -> keep(delivery.put("status", "pending")));
            scheduler.execute(() -> inOrder.forEach(delivery -> attempt(delivery, true)));
            return held.size();
        }
    }

    /** Sends an event that happened again, freshly signed. Returns false when there is no such event. */
    public boolean repeat(String eventId, int times) {
        synchronized (state) {
            if (state.find(Kind.EVENT, eventId) == null) {
                return false;
            }
            for (int i = 0; i < times; i++) {
                schedule(keep(delivery(eventId, "pending")), Duration.ZERO);
            }
            return true;
        }
    }

    /** Owed and recently finished deliveries, oldest first. */
    List<ObjectNode> deliveries() {
        synchronized (state) {
            var all = new ArrayList<>(finished);
            all.addAll(state.oldestFirst(Kind.DELIVERY));
            return all;
        }
    }

    /** Waits until nothing is owed any more; for tests. */
    public boolean drain(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            synchronized (state) {
                if (state.oldestFirst(Kind.DELIVERY).stream()
                        .noneMatch(delivery -> delivery.get("status").asText().equals("pending"))) {
                    return true;
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    void accept(ObjectNode event) {
        if (url == null) {
            return;
        }
        var id = event.get("id").asText();
        switch (mode) {
            case DELIVER -> schedule(keep(delivery(id, "pending")), delay);
            case HOLD -> keep(delivery(id, "held"));
            case LOSE -> finish(delivery(id, "lost"));
        }
    }

    /** Goes on with what an earlier process still owed. */
    void resume() {
        for (var delivery : state.oldestFirst(Kind.DELIVERY)) {
            if (delivery.get("status").asText().equals("pending")) {
                schedule(delivery, Duration.ZERO);
            }
        }
    }

    private ObjectNode delivery(String eventId, String status) {
        return Json.object()
                .put("id", Ids.next("whd"))
                .put("event", eventId)
                .put("status", status)
                .put("attempts", 0);
    }

    private ObjectNode keep(ObjectNode delivery) {
        state.put(Kind.DELIVERY, delivery.get("id").asText(), delivery);
        return delivery;
    }

    private void finish(ObjectNode delivery) {
        state.remove(Kind.DELIVERY, delivery.get("id").asText());
        finished.addLast(delivery);
        if (finished.size() > REMEMBERED) {
            finished.removeFirst();
        }
    }

    private void schedule(ObjectNode delivery, Duration pause) {
        scheduler.schedule(() -> attempt(delivery, false), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(ObjectNode delivery, boolean wait) {
        var answered = http.sendAsync(request(delivery), BodyHandlers.discarding())
                .handle((response, failure) -> {
                    var status = response == null ? 0 : response.statusCode();
                    conclude(delivery, status, failure);
                    return status;
                });
        if (wait) {
            answered.join();
        }
    }

    private HttpRequest request(ObjectNode delivery) {
        String body;
        synchronized (state) {
            var event = state.find(Kind.EVENT, delivery.get("event").asText());
            body = Json.writePretty(event == null ? Json.object() : event);
        }
        return HttpRequest.newBuilder(java.util.Objects.requireNonNull(url))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks; Cho Phien payment sandbox)")
                .header("Stripe-Signature", WebhookSignature.header(secret, clock.instant(), body))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private void conclude(ObjectNode delivery, int status, @Nullable Throwable failure) {
        synchronized (state) {
            var attempts = delivery.get("attempts").asInt() + 1;
            delivery.put("attempts", attempts)
                    .put("last_answer", failure == null ? "HTTP " + status : failure.toString());
            if (status >= 200 && status < 300) {
                finish(delivery.put("status", "delivered"));
                settleEvent(delivery.get("event").asText());
            } else if (attempts > retries.size()) {
                finish(delivery.put("status", "given up"));
            } else {
                keep(delivery);
                schedule(delivery, retries.get(attempts - 1));
            }
        }
    }

    private void settleEvent(String eventId) {
        var event = state.find(Kind.EVENT, eventId);
        if (event != null && event.get("pending_webhooks").asInt() > 0) {
            state.put(Kind.EVENT, eventId, event.put("pending_webhooks", 0));
        }
    }

    void close() {
        http.shutdownNow();
    }
}
