package vn.chophien.paymentsandbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.core.JacksonException;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Everything the gateway remembers, as the JSON documents it answers with. Not thread-safe: callers hold the lock that
 * the state itself is.
 *
 * <p>With a file, each change is one appended line before the change is answered, so a killed process loses nothing;
 * the file is compacted at start.
 */
final class GatewayState implements AutoCloseable {

    enum Kind {
        PAYMENT_INTENT,
        PAYMENT_METHOD,
        CHARGE,
        REFUND,
        EVENT,
        /** First answers by idempotency key. */
        REPLY,
        /** Webhook deliveries that are still owed. */
        DELIVERY
    }

    private final Map<Kind, SequencedMap<String, ObjectNode>> documents = new EnumMap<>(Kind.class);
    private final @Nullable BufferedWriter journal;

    GatewayState(@Nullable Path file) {
        for (var kind : Kind.values()) {
            documents.put(kind, new LinkedHashMap<>());
        }
        this.journal = file == null ? null : open(file);
    }

    @Nullable
    ObjectNode find(Kind kind, String id) {
        return of(kind).get(id);
    }

    void put(Kind kind, String id, ObjectNode document) {
        of(kind).put(id, document);
        append(kind, id, document);
    }

    void remove(Kind kind, String id) {
        if (of(kind).remove(id) != null) {
            append(kind, id, null);
        }
    }

    List<ObjectNode> newestFirst(Kind kind) {
        return List.copyOf(of(kind).sequencedValues().reversed());
    }

    List<ObjectNode> oldestFirst(Kind kind) {
        return List.copyOf(of(kind).values());
    }

    private SequencedMap<String, ObjectNode> of(Kind kind) {
        return Objects.requireNonNull(documents.get(kind));
    }

    private void append(Kind kind, String id, @Nullable ObjectNode document) {
        if (journal != null) {
            try {
                journal.write(line(kind, id, document));
                journal.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The sandbox cannot write its state file", e);
            }
        }
    }

    private static String line(Kind kind, String id, @Nullable ObjectNode document) {
        var line = Json.object().put("kind", kind.name()).put("id", id);
        line.set("document", document);
        return Json.write(line) + "\n";
    }

    private BufferedWriter open(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::replay);
                compact(file);
            }
            return Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot use its state file " + file, e);
        }
    }

    private void replay(String text) {
        ObjectNode line;
        try {
            line = Json.parse(text);
        } catch (UncheckedIOException tornLine) {
            if (tornLine.getCause() instanceof JacksonException) {
                return; // the process was killed while it wrote this last line, before it had answered
            }
            throw tornLine;
        }
        if (!line.hasNonNull("kind")) {
            return;
        }
        var kind = Kind.valueOf(line.get("kind").asText());
        var id = line.get("id").asText();
        if (line.get("document") instanceof ObjectNode document) {
            of(kind).put(id, document);
        } else {
            of(kind).remove(id);
        }
    }

    private void compact(Path file) throws IOException {
        var compacted = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(compacted, StandardCharsets.UTF_8)) {
            for (var kind : documents.entrySet()) {
                for (var document : kind.getValue().entrySet()) {
                    writer.write(line(kind.getKey(), document.getKey(), document.getValue()));
                }
            }
        }
        Files.move(compacted, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }
}
