package vn.chophien.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a start tells the person in front of the terminal: one line for each thing that happened. */
final class Progress {
    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    void step(String line) {
        say(String.format(Locale.ROOT, "%6.1f s  %s", elapsed().toMillis() / 1000.0, line));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
