package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTests {
    @TempDir
    private Path folder;

    @Test
    void findsTheProcessItRecorded() {
        var record = new ProcessRecord(folder.resolve("run/this.process"));

        record.write(ProcessHandle.current());

        assertThat(record.alive()).contains(ProcessHandle.current());
    }

    @Test
    void takesAProcessThatStartedAtAnotherTimeForAStranger() throws IOException {
        var file = folder.resolve("other.process");
        Files.writeString(file, ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");

        assertThat(new ProcessRecord(file).alive()).isEmpty();
    }

    @Test
    void findsNothingInARecordCutShort() throws IOException {
        var file = folder.resolve("short.process");
        Files.writeString(file, "12");

        assertThat(new ProcessRecord(file).alive()).isEmpty();
        assertThat(new ProcessRecord(folder.resolve("none.process")).alive()).isEmpty();
    }
}
