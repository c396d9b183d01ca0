package vn.chophien.indexer.bulk;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import vn.chophien.listingindex.ListingIndexConnection;
import vn.chophien.vietnamese.Lexicon;

/**
 * Sends changes to one or more indices. The version of the catalogue is the external version of the document, so that changes may
 * arrive twice and in any order: an older one loses.
 */
@Component
public class BulkWriter {

    /** What is not answered in this time is tried again. */
    private static final String BULK = "/_bulk?timeout=5s";

    private final ListingIndexConnection connection;
    private final Timer latency;

    BulkWriter(ListingIndexConnection connection, MeterRegistry meters) {
        this.connection = connection;
        this.latency = Timer.builder("chophien.indexer.bulk")
                .description("How long Elasticsearch takes for one bulk request")
                .publishPercentileHistogram()
                .register(meters);
        // What documents need is read here, where a file may block.
        Lexicon.ofTheMarket();
        SealedDocument.read(new byte[0], 0, 0);
    }

    /** The outcome for every change; an error only when there was no reply at all. */
    public Mono<Map<UUID, Outcome>> write(Collection<String> indices, Collection<? extends Change> changes) {
        return write(indices, changes, VersionType.External);
    }

    /** The same, but a document of the same version is replaced, too: whoever altered it did not count. */
    public Mono<Map<UUID, Outcome>> rewrite(Collection<String> indices, Collection<? extends Change> changes) {
        return write(indices, changes, VersionType.ExternalGte);
    }

    private Mono<Map<UUID, Outcome>> write(
            Collection<String> indices, Collection<? extends Change> changes, VersionType type) {
        return Mono.defer(() -> {
            var outcomes = new LinkedHashMap<UUID, Outcome>();
            var bodies = bodies(indices, changes, type, outcomes);
            return Flux.fromIterable(bodies)
                    .concatMap(this::send)
                    .doOnNext(response -> response.items().forEach(item -> note(outcomes, item)))
                    .then(Mono.just(outcomes));
        });
    }

    /** The changes as requests of a sensible size; what is no document is refused at once. */
    private static List<BulkBody> bodies(
            Collection<String> indices,
            Collection<? extends Change> changes,
            VersionType type,
            Map<UUID, Outcome> outcomes) {
        var bodies = new ArrayList<BulkBody>();
        for (var change : changes) {
            try {
                var source = change instanceof Change.Put put ? SealedDocument.of(put.listing()) : null;
                for (var index : indices) {
                    if (bodies.isEmpty() || bodies.getLast().isFull()) {
                        bodies.add(new BulkBody(type));
                    }
                    bodies.getLast().add(index, change, source);
                }
                outcomes.put(change.id(), new Outcome.Done(true));
            } catch (JacksonException | IllegalArgumentException unreadable) {
                outcomes.put(change.id(), new Outcome.Refused(rootMessage(unreadable)));
            }
        }
        return bodies;
    }

    private Mono<BulkResponse> send(BulkBody body) {
        return Mono.defer(() -> {
            var sample = Timer.start();
            return Mono.fromFuture(() -> connection.post(BULK, BulkBody.TYPE, body.bytes()))
                    .map(this::response)
                    .doFinally(signal -> sample.stop(latency));
        });
    }

    private BulkResponse response(byte[] answer) {
        var mapper = connection.client()._jsonpMapper();
        try (var parser = mapper.jsonProvider().createParser(new ByteArrayInputStream(answer))) {
            return BulkResponse._DESERIALIZER.deserialize(parser, mapper);
        }
    }

    private static void note(Map<UUID, Outcome> outcomes, BulkResponseItem item) {
        outcomes.computeIfPresent(
                UUID.fromString(String.valueOf(item.id())), (id, outcome) -> outcome.worse(outcomeOf(item)));
    }

    static Outcome outcomeOf(BulkResponseItem item) {
        var error = item.error();
        if (item.status() == 409) {
            return new Outcome.Done(true);
        }
        if (error == null) {
            return new Outcome.Done("not_found".equals(item.result()));
        }
        var reason = error.type() + ": " + error.reason()
                + (error.causedBy() == null ? "" : " (" + error.causedBy().reason() + ")");
        // 404: the index was dropped meanwhile; 408 and 429: too much to do; 5xx: its trouble, not the document's.
        boolean passing = item.status() >= 500 || item.status() == 404 || item.status() == 408 || item.status() == 429;
        return passing ? new Outcome.Busy(reason) : new Outcome.Refused(reason);
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof JacksonException unreadable
                ? unreadable.getOriginalMessage()
                : String.valueOf(root.getMessage());
    }
}
