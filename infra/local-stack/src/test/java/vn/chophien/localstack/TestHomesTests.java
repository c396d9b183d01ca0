package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHomesTests {
    @TempDir
    private Path all;

    @Test
    void endsTheEnginesOfAKilledJvmAndRemovesItsFolder() throws IOException {
        var abandoned = Files.createDirectories(all.resolve("4711"));
        var engine = new ProcessBuilder("sleep", "600").start();
        new ProcessRecord(abandoned.resolve("run/redis.process")).write(engine.toHandle());

        var home = TestHomes.claim(all);

        assertThat(engine.onExit()).succeedsWithin(java.time.Duration.ofSeconds(10));
        assertThat(abandoned).doesNotExist();
        assertThat(home).isDirectory();
    }

    @Test
    void leavesTheFolderOfARunningJvmAlone() throws IOException {
        var running = all.resolve("4711");
        new ProcessRecord(running.resolve("run/owner.process")).write(ProcessHandle.current());

        TestHomes.claim(all);

        assertThat(running).isDirectory();
    }
}
