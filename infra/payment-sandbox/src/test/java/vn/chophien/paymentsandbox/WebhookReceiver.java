package vn.chophien.paymentsandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The shop's end of the webhooks: remembers what came, and can refuse for a while. */
final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refusals = new AtomicInteger();

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refuse) {
                received.add(new Received(exchange.getRequestHeaders().getFirst("Stripe-Signature"), body));
            }
            exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create(
                "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort()));
    }

    void refuseNext(int times) {
        refusals.set(times);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> types() {
        return received().stream()
                .map(hook -> Json.parse(hook.body()).get("type").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Received(String signature, String body) {}
}
