package vn.chophien.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the API at random moments and steers the sandbox into trouble, until it is told to end. */
final class Breakage {

    private static final int FEWEST_ANSWERS = 20;
    private static final int MOST_ANSWERS = 250;

    private final MarketProcess api;
    private final ApiClient sandbox;
    private final ApiClient market;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger gatewayFaults = new AtomicInteger();
    private final AtomicInteger repeatedWebhooks = new AtomicInteger();
    private final AtomicInteger webhookTroubles = new AtomicInteger();
    private volatile boolean over;

    Breakage(Path home, ApiClient sandbox, ApiClient market) {
        this.api = new MarketProcess(home, "marketplace-api");
        this.sandbox = sandbox;
        this.market = market;
    }

    void begin() {
        threads.add(Thread.startVirtualThread(() -> again(this::kill, 0, 300)));
        threads.add(Thread.startVirtualThread(() -> again(this::disturbCalls, 300, 1_500)));
        threads.add(Thread.startVirtualThread(() -> again(this::disturbWebhooks, 500, 2_500)));
    }

    /** Mends everything; what was held back is sent, last first. */
    void end() throws IOException, InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join();
        }
        clearFaults();
        sandbox.exchange("PUT", "/__admin/sandbox/webhooks", Map.of("mode", "DELIVER", "delay_ms", 0), Map.of())
                .orThrow();
        sandbox.post("/__admin/sandbox/webhooks/release", Map.of("order", "REVERSED"))
                .orThrow();
    }

    String summary() {
        return "%d times SIGKILL, %d broken gateway calls, %d webhook troubles, %d repeated webhooks"
                .formatted(kills.get(), gatewayFaults.get(), webhookTroubles.get(), repeatedWebhooks.get());
    }

    private void again(Trouble trouble, int shortest, int longest) {
        try {
            while (!over) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(shortest, longest));
                if (!over) {
                    trouble.make();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException unexpected) {
            throw new IllegalStateException("The sandbox cannot be steered", unexpected);
        }
    }

    /** After some answers, however long they take: an API that is killed before it has done anything proves nothing. */
    private void kill() throws InterruptedException {
        long due = market.answers() + ThreadLocalRandom.current().nextInt(FEWEST_ANSWERS, MOST_ANSWERS);
        while (!over && market.answers() < due) {
            Thread.sleep(5);
        }
        if (!over && api.kill()) {
            kills.incrementAndGet();
        }
    }

    /** In place of the last fault: troubles that a slow machine has not met yet must not pile up into an outage. */
    private void disturbCalls() throws IOException, InterruptedException {
        var random = ThreadLocalRandom.current();
        var path = List.of("/v1/payment_intents", "/v1/payment_intents/[^/]+/cancel", "/v1/refunds", "/v1/.*")
                .get(random.nextInt(4));
        var effect = random.nextBoolean() ? "NOTHING_HAPPENED" : "ANSWER_LOST";
        var fault = switch (random.nextInt(3)) {
            case 0 -> Map.of("path", path, "times", 2, "status", 500, "effect", effect);
            case 1 -> Map.of("path", path, "times", 1, "delay_ms", 12_000, "effect", effect);
            default -> Map.of("path", path, "times", 2, "connection", "CONNECTION_RESET_BY_PEER", "effect", effect);
        };
        clearFaults();
        sandbox.post("/__admin/sandbox/faults", fault).orThrow();
        gatewayFaults.incrementAndGet();
    }

    private void clearFaults() throws IOException, InterruptedException {
        sandbox.exchange("DELETE", "/__admin/sandbox/faults", null, Map.of()).orThrow();
    }

    private void disturbWebhooks() throws IOException, InterruptedException {
        var random = ThreadLocalRandom.current();
        switch (random.nextInt(5)) {
            case 0 -> steer("HOLD", 0);
            case 1 -> steer("LOSE", 0);
            case 2 -> steer("DELIVER", 4_000);
            case 3 ->
                sandbox.post("/__admin/sandbox/webhooks/release", Map.of("order", "REVERSED"))
                        .orThrow();
            default -> repeat();
        }
        webhookTroubles.incrementAndGet();
    }

    private void steer(String mode, int delay) throws IOException, InterruptedException {
        sandbox.exchange("PUT", "/__admin/sandbox/webhooks", Map.of("mode", mode, "delay_ms", delay), Map.of())
                .orThrow();
    }

    private void repeat() throws IOException, InterruptedException {
        var deliveries = sandbox.get("/__admin/sandbox/webhooks");
        var known = (deliveries.isArray() ? deliveries : deliveries.path("deliveries"));
        for (int i = 0; i < Math.min(5, known.size()); i++) {
            var event = known.get(ThreadLocalRandom.current().nextInt(known.size()))
                    .path("event")
                    .asString();
            if (sandbox.post("/__admin/sandbox/webhooks/repeat", Map.of("event", event, "times", 2))
                    .ok()) {
                repeatedWebhooks.addAndGet(2);
            }
        }
    }

    private interface Trouble {
        void make() throws IOException, InterruptedException;
    }
}
