package vn.chophien.marketplace.pricefeed.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody else's server that webhooks point to. */
final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ArrayDeque<>();

    record Message(String body, HttpHeaders headers) {
        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    Receiver(int... firstAnswers) throws IOException {
        for (int answer : firstAnswers) {
            answers.add(answer);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/prices";
    }

    Message next() throws InterruptedException {
        var message = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            throw new AssertionError("No message within " + PATIENCE);
        }
        return message;
    }

    private synchronized void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            var answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            received.add(new Message(body, headers));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
