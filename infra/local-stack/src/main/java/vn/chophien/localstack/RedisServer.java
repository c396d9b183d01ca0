package vn.chophien.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Redis with an append-only file, so that sessions outlive a crash. */
public final class RedisServer extends LocalServer {
    private final EnginePrograms programs;
    private final Path data;

    RedisServer(EnginePrograms programs, Path home, Path data, int port) {
        super("redis", "Redis", port, home);
        this.programs = programs;
        this.data = data.resolve("redis").toAbsolutePath();
    }

    public String url() {
        return "redis://%s:%d".formatted(host(), port());
    }

    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port()), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes(5);
            return "+PONG".equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    protected void prepare() {
        Folders.create(data);
    }

    @Override
    protected ProcessHandle launch() {
        return launch(new ProcessBuilder(new ArrayList<>(List.of(
                        programs.redisServer().toString(),
                        "--port",
                        Integer.toString(port()),
                        "--bind",
                        host(),
                        "--dir",
                        data.toString(),
                        "--save",
                        "",
                        "--appendonly",
                        "yes",
                        "--maxmemory",
                        "64mb",
                        "--maxmemory-policy",
                        "volatile-lru"))))
                .toHandle();
    }
}
