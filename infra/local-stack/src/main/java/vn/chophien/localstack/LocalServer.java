package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs as a process of its own on the loopback interface. Starting waits until it answers; both start and
 * stop may be repeated.
 */
public abstract class LocalServer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOG_TAIL_LINES = 15;

    private final String name;
    private final String title;
    private final int port;
    private final Path log;
    private final ProcessRecord record;
    private volatile @Nullable ProcessHandle process;
    private boolean closed;

    /**
     * @param name names the log and the process record
     * @param title what people call it
     * @param home the folder that holds {@code logs/} and {@code run/}
     */
    protected LocalServer(String name, String title, int port, Path home) {
        this.name = name;
        this.title = title;
        this.port = port;
        this.log = home.resolve("logs").resolve(name + ".log");
        this.record = new ProcessRecord(home.resolve("run").resolve(name + ".process"));
    }

    public final String name() {
        return name;
    }

    public final String title() {
        return title;
    }

    public final String host() {
        return "127.0.0.1";
    }

    public final int port() {
        return port;
    }

    public final Path log() {
        return log;
    }

    public final Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Processes::isRunning);
    }

    /** Ends what an earlier crash left running, starts the server and waits until it is ready. */
    public final synchronized void start() {
        if (closed) {
            throw new LocalStackException(title + " has been stopped for good.");
        }
        if (process().isPresent()) {
            return;
        }
        endLeftover();
        if (!Ports.isFree(port)) {
            throw new LocalStackException("Port %d, which %s needs, is in use.".formatted(port, title));
        }
        Folders.createParent(log);
        prepare();
        var started = launch();
        process = started;
        record.write(started);
        awaitReady(started);
    }

    /** Asks the server to stop, and ends it when it does not within its grace time. */
    public final synchronized void stop() {
        var running = process().orElse(null);
        if (running != null) {
            end(running);
        }
        process = null;
        record.clear();
    }

    /** Ends the server at once; only for data that nobody will miss. */
    final void kill() {
        process().ifPresent(running -> {
            running.destroyForcibly();
            Processes.hasEnded(running, Duration.ofSeconds(5));
        });
        process = null;
        record.clear();
    }

    /** Stops the server for good: whoever starts it again now is too late. */
    @Override
    public final synchronized void close() {
        closed = true;
        stop();
    }

    /** Whether the server answers and can do its work. */
    public abstract boolean isReady();

    /** Makes folders and settings; runs before each launch. */
    protected void prepare() {}

    protected abstract ProcessHandle launch();

    protected void requestStop(ProcessHandle running) {
        running.destroy();
    }

    /** Long, since a busy machine is slow and no failure; a server that fails ends its process and is told by that. */
    protected Duration readyWithin() {
        return Duration.ofMinutes(10);
    }

    protected Duration stopWithin() {
        return Duration.ofSeconds(20);
    }

    /** A process of this server left by an earlier run, when it is provably ours. */
    protected Optional<ProcessHandle> leftover() {
        return record.alive();
    }

    /** Starts a command whose output goes to the log, in a session of its own so that Ctrl-C reaches only us. */
    protected final Process launch(ProcessBuilder builder) {
        var command = builder.command();
        EngineUser.program("setsid").ifPresent(setsid -> command.addFirst(setsid.toString()));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            var started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new LocalStackException("%s cannot be started: %s".formatted(title, e.getMessage()), e);
        }
    }

    /** The end of the log, for the sentence that says why a start failed. */
    protected final String logTail() {
        try {
            var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final LocalStackException failedToStart(String why) {
        return new LocalStackException(
                "%s did not start: %s. The end of %s:%n%s".formatted(title, why, log, logTail()));
    }

    private void awaitReady(ProcessHandle started) {
        var deadline = Instant.now().plus(readyWithin());
        while (!isReady()) {
            if (!Processes.isRunning(started)) {
                record.clear();
                throw failedToStart("its process ended");
            }
            if (Instant.now().isAfter(deadline)) {
                end(started);
                record.clear();
                throw failedToStart("it was not ready after %d seconds"
                        .formatted(readyWithin().toSeconds()));
            }
            pause(POLL);
        }
    }

    /** Ends a process that an earlier run left behind, and tells whether there was one. */
    final boolean endLeftover() {
        var left = leftover();
        left.ifPresent(this::end);
        record.clear();
        return left.isPresent();
    }

    private void end(ProcessHandle running) {
        requestStop(running);
        if (!Processes.hasEnded(running, stopWithin())) {
            running.destroyForcibly();
            Processes.hasEnded(running, Duration.ofSeconds(5));
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for a server.", e);
        }
    }
}
