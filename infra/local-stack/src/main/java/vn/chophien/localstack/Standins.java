package vn.chophien.localstack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Under root, a checkout in a closed folder (such as root's home) cannot be passed by the engines' user; then another folder,
 * always the same for the same wish, stands in.
 */
final class Standins {
    private Standins() {}

    static Path temporary(Path wanted) {
        return Path.of(System.getProperty("java.io.tmpdir")).resolve(name(wanted));
    }

    /** Survives a restart of the machine, unlike the temporary folder. */
    static Path lasting(Path wanted) {
        return Path.of("/var/tmp").resolve(name(wanted));
    }

    private static String name(Path wanted) {
        var identity = UUID.nameUUIDFromBytes(wanted.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        return "chophien-" + identity.toString().substring(0, 8) + "-" + wanted.getFileName();
    }
}
