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
 * <p>Documents lie in memory as compact text, so that thousands of payments fit a small heap; those in use are kept
 * parsed, and whoever changes one puts it back. With a file, each change is one appended line before the change is
 * answered, so a killed process loses nothing; the file is compacted at start.
 */
final class GatewayState implements AutoCloseable {

    enum Kind {
        PAYMENT_INTENT(Integer.MAX_VALUE),
        PAYMENT_METHOD(Integer.MAX_VALUE),
        CHARGE(Integer.MAX_VALUE),
        REFUND(Integer.MAX_VALUE),
        TRANSFER(Integer.MAX_VALUE),
        PAYOUT(Integer.MAX_VALUE),
        /** Stripe forgets events after 30 days; this one after so many. */
        EVENT(5_000),
        /** First answers by idempotency key. */
        REPLY(5_000),
        /** Webhook deliveries that are still owed. */
        DELIVERY(Integer.MAX_VALUE);

        private final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    private static final int PARSED = 256;

    private final Map<Kind, SequencedMap<String, byte[]>> documents = new EnumMap<>(Kind.class);
    private final SequencedMap<String, ObjectNode> parsed = new LinkedHashMap<>(16, 0.75f, true);
    private final @Nullable BufferedWriter journal;

    GatewayState(@Nullable Path file) {
        for (var kind : Kind.values()) {
            documents.put(kind, new LinkedHashMap<>());
        }
        this.journal = file == null ? null : open(file);
    }

    @Nullable
    ObjectNode find(Kind kind, String id) {
        var text = of(kind).get(id);
        if (text == null) {
            return null;
        }
        var document = parsed.get(key(kind, id));
        return document == null ? use(kind, id, parse(text)) : document;
    }

    void put(Kind kind, String id, ObjectNode document) {
        of(kind).put(id, Json.write(document).getBytes(StandardCharsets.UTF_8));
        use(kind, id, document);
        append(kind, id, document);
        if (of(kind).size() > kind.most) {
            remove(kind, of(kind).firstEntry().getKey());
        }
    }

    void remove(Kind kind, String id) {
        parsed.remove(key(kind, id));
        if (of(kind).remove(id) != null) {
            append(kind, id, null);
        }
    }

    List<ObjectNode> newestFirst(Kind kind) {
        return of(kind).sequencedValues().reversed().stream()
                .map(GatewayState::parse)
                .toList();
    }

    List<ObjectNode> oldestFirst(Kind kind) {
        return newestFirst(kind).reversed();
    }

    private ObjectNode use(Kind kind, String id, ObjectNode document) {
        parsed.put(key(kind, id), document);
        if (parsed.size() > PARSED) {
            parsed.pollFirstEntry();
        }
        return document;
    }

    private SequencedMap<String, byte[]> of(Kind kind) {
        return Objects.requireNonNull(documents.get(kind));
    }

    private static String key(Kind kind, String id) {
        return kind.name() + ' ' + id;
    }

    private static ObjectNode parse(byte[] text) {
        return Json.parse(new String(text, StandardCharsets.UTF_8));
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
            of(kind).put(id, Json.write(document).getBytes(StandardCharsets.UTF_8));
        } else {
            of(kind).remove(id);
        }
    }

    private void compact(Path file) throws IOException {
        var compacted = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(compacted, StandardCharsets.UTF_8)) {
            for (var kind : documents.entrySet()) {
                for (var document : kind.getValue().entrySet()) {
                    writer.write(line(kind.getKey(), document.getKey(), parse(document.getValue())));
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
