package vn.chophien.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether processes still run. A process that has ended but that nobody has collected (in a container whose first process collects
 * none) counts as ended here, and as alive for the JDK.
 */
final class Processes {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WATCH = Duration.ofMillis(250);

    private Processes() {}

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isUncollected(process.pid());
    }

    static boolean hasEnded(ProcessHandle process, Duration within) {
        var deadline = Instant.now().plus(within);
        while (isRunning(process)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LocalServer.pause(POLL);
        }
        return true;
    }

    static void awaitEnd(ProcessHandle process) {
        while (isRunning(process)) {
            LocalServer.pause(WATCH);
        }
    }

    /** The state follows the command in parentheses, which may itself hold parentheses and spaces. */
    private static boolean isUncollected(long processId) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false; // no /proc: what the JDK says stands
        }
    }
}
