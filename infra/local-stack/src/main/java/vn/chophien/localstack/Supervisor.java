package vn.chophien.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts a server again when its process ends although nobody stopped it. The others keep running meanwhile. */
final class Supervisor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A server that answered this long is not one that fails at every start. */
    private static final Duration PROVEN = Duration.ofSeconds(5);

    private final Progress progress;
    private final List<Thread> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    Supervisor(Progress progress) {
        this.progress = progress;
    }

    /** Watches, on a thread of its own, until {@link #stop}. */
    void watch(LocalServer server) {
        watchers.add(Thread.ofVirtual().name("watch-" + server.name()).start(() -> keepRunning(server)));
    }

    /** Gives up a restart in progress, too. */
    void stop() {
        stopping = true;
        watchers.forEach(Thread::interrupt);
    }

    private void keepRunning(LocalServer server) {
        var pause = FIRST_PAUSE;
        while (!stopping) {
            var since = Instant.now();
            if (!awaitEnd(server)) {
                return;
            }
            if (stopping) {
                return;
            }
            if (Duration.between(since, Instant.now()).compareTo(PROVEN) > 0) {
                pause = FIRST_PAUSE;
            }
            progress.step("%s ended unexpectedly; starting it again".formatted(server.title()));
            restartAfter(pause, server);
            pause = longer(pause);
        }
    }

    /** False when the market stops meanwhile. */
    private static boolean awaitEnd(LocalServer server) {
        try {
            server.process().ifPresent(Processes::awaitEnd);
            return true;
        } catch (LocalStackException e) {
            return false;
        }
    }

    private void restartAfter(Duration pause, LocalServer server) {
        var begun = Instant.now();
        try {
            LocalServer.pause(pause);
            server.start();
            var took = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
            progress.step("%s is back after %.1f s".formatted(server.title(), took));
        } catch (LocalStackException e) {
            if (!stopping) {
                progress.step(String.valueOf(e.getMessage()));
            }
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
