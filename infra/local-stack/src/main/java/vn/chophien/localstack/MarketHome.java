package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where one local market keeps what it must not forget. The demo lives in {@code .data} of the checkout, or in the folder that the
 * environment variable {@code CHOPHIEN_HOME} names; each other market in a folder of its own
 * below it, so that starting one never changes another.
 *
 * @param folder logs, process records, secrets and pictures
 * @param engines the engines' data: the same folder unless the engines' user cannot reach it
 */
record MarketHome(Path folder, Path engines) {
    private static final int SECRET_BYTES = 48;
    private static final String PREVIOUS = ".previous.log";

    static MarketHome of(Path checkout, StartOptions.Market market) {
        var elsewhere = System.getenv("CHOPHIEN_HOME");
        var data = elsewhere == null || elsewhere.isBlank() ? checkout.resolve(".data") : Path.of(elsewhere);
        var folder = switch (market) {
            case StartOptions.Market.Demo() -> data;
            case StartOptions.Market.Empty() -> data.resolve("markets/empty");
            case StartOptions.Market.Folder(var path) -> data.resolve("markets").resolve(nameOf(path));
        };
        return new MarketHome(folder, EngineUser.reaches(folder) ? folder : Standins.lasting(folder));
    }

    /** Held until this process ends; two launchers on the same data would end each other's engines. */
    void lock() {
        var file = Folders.create(folder).resolve("market.lock");
        try {
            @SuppressWarnings("resource") // the operating system lets go of it when the process ends
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new LocalStackException(
                        "Another ./start is running on the data in %s: stop it first.".formatted(folder));
            }
        } catch (IOException e) {
            throw new LocalStackException("Cannot lock %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Forgets this market's data, and no other market's. */
    void reset() {
        for (var name : List.of("pictures", "secrets", "logs", "payment-sandbox.state")) {
            deleteIfPresent(folder.resolve(name));
        }
        for (var name : List.of("postgres", "redis", "elasticsearch")) {
            deleteIfPresent(engines.resolve(name));
        }
    }

    /** A secret that is made once and then stays the same, so that what it signed stays valid over a restart. */
    String secret(String name) {
        var file = Folders.create(folder.resolve("secrets")).resolve(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                var unfinished = file.resolveSibling(name + ".unfinished");
                Files.deleteIfExists(unfinished);
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(unfinished, Base64.getEncoder().encodeToString(bytes));
                Files.move(unfinished, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the API loaded at this start and which lines it left out; it goes and comes with the logs. */
    Path loadReport() {
        return Folders.create(folder.resolve("logs")).resolve("market-load.log");
    }

    /** Starts the logs afresh and keeps those of the start before. */
    void rotateLogs() {
        var logs = Folders.create(folder.resolve("logs"));
        try (var files = Files.list(logs)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".log") && !name.endsWith(PREVIOUS)) {
                    var previous = logs.resolve(name.replace(".log", PREVIOUS));
                    Files.move(file, previous, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteIfPresent(Path path) {
        if (Files.exists(path)) {
            Folders.delete(path);
        }
    }

    private static String nameOf(Path market) {
        var identity = UUID.nameUUIDFromBytes(market.toString().getBytes(StandardCharsets.UTF_8));
        return "%s-%s".formatted(market.getFileName(), identity.toString().substring(0, 8));
    }
}
