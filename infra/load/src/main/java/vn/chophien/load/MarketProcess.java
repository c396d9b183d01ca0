package vn.chophien.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A process of a local market, by the record that its launcher keeps; the launcher starts it again when it is killed. */
record MarketProcess(Path home, String name) {

    /** Ends it with SIGKILL; says whether there was one to end. */
    boolean kill() {
        var running = running();
        running.ifPresent(ProcessHandle::destroyForcibly);
        return running.isPresent();
    }

    private Optional<ProcessHandle> running() {
        try {
            var record = Files.readString(home.resolve("run").resolve(name + ".process"));
            return ProcessHandle.of(Long.parseLong(record.split(" ")[0])).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException betweenTwoStarts) {
            return Optional.empty();
        }
    }
}
