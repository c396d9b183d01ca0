package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessesTests {
    @Test
    void seesAProcessEnd() throws IOException {
        var process = new ProcessBuilder("sleep", "600").start().toHandle();
        assertThat(Processes.isRunning(process)).isTrue();

        process.destroyForcibly();

        assertThat(Processes.hasEnded(process, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no /proc to look at")
    void countsAnEndedProcessThatNobodyCollectsAsEnded() throws IOException {
        // The inner sleep becomes a child of the outer one, which collects nothing.
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & exec sleep 600").start();
        try {
            LocalServer.pause(Duration.ofMillis(100));
            var uncollected = parent.children().findFirst().orElseThrow();

            assertThat(Processes.hasEnded(uncollected, Duration.ofSeconds(10))).isTrue();
            assertThat(uncollected.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
