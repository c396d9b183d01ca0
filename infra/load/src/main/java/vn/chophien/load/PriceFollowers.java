package vn.chophien.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many programs that follow the stream of publications, each over a connection of its own. */
final class PriceFollowers implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(60);

    private final URI address;
    private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> heardAt = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();
    private final CountDownLatch welcomed;
    private final CountDownLatch told;

    PriceFollowers(URI address, int count) throws InterruptedException, IOException {
        this.address = address;
        this.welcomed = new CountDownLatch(count);
        this.told = new CountDownLatch(count);
        for (int follower = 0; follower < count; follower++) {
            Thread.startVirtualThread(this::follow);
        }
        if (!welcomed.await(CONNECTING.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException(welcomed.getCount() + " subscribers were not welcomed: " + troubles.peek());
        }
    }

    private void follow() {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            sockets.add(socket);
            socket.getOutputStream()
                    .write("GET /api/v1/prices/events HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                            .formatted(address.getAuthority())
                            .getBytes(StandardCharsets.UTF_8));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
            var told = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":prices") || line.startsWith(": prices")) {
                    welcomed.countDown();
                } else if (line.startsWith("event:") && !told) {
                    told = true;
                    heardAt.add(System.nanoTime());
                    this.told.countDown();
                }
            }
        } catch (IOException closed) {
            troubles.add(closed.toString());
        }
    }

    /** How long after {@code since} each of them heard of a publication. */
    Percentiles waits(long since, Duration patience) throws InterruptedException, IOException {
        if (!told.await(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException(told.getCount() + " subscribers heard nothing within " + patience);
        }
        return new Percentiles(List.copyOf(heardAt).stream()
                .map(at -> Duration.ofNanos(Math.max(0, at - since)))
                .toList());
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
