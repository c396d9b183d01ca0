package vn.chophien.indexer.bulk;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
import vn.chophien.vietnamese.Lexicon;

/**
 * Sends changes to one or more indices. The version of the catalogue is the external version of the document, so that changes may
 * arrive twice and in any order: an older one loses.
 */
@Component
public class BulkWriter {

    /** Large enough that a request's own cost does not count, small enough that a few of them fit in memory on both sides. */
    private static final int REQUEST_BYTES = 4 << 20;

    private final ElasticsearchAsyncClient client;
    private final Timer latency;

    BulkWriter(ElasticsearchAsyncClient client, MeterRegistry meters) {
        this.client = client;
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
            var requests = requests(indices, changes, type, outcomes);
            return Flux.fromIterable(requests)
                    .concatMap(this::send)
                    .doOnNext(response -> response.items().forEach(item -> note(outcomes, item)))
                    .then(Mono.just(outcomes));
        });
    }

    /** The changes as requests of a sensible size; what is no document is refused at once. */
    private static List<List<BulkOperation>> requests(
            Collection<String> indices,
            Collection<? extends Change> changes,
            VersionType type,
            Map<UUID, Outcome> outcomes) {
        var requests = new ArrayList<List<BulkOperation>>();
        long room = 0;
        for (var change : changes) {
            try {
                var source = change instanceof Change.Put put ? SealedDocument.of(put.listing()) : null;
                long size = source == null ? 0 : (long) source.length * indices.size();
                if (requests.isEmpty() || size > room) {
                    requests.add(new ArrayList<>());
                    room = REQUEST_BYTES;
                }
                room -= size;
                for (var index : indices) {
                    requests.getLast()
                            .add(source == null ? removal(index, change, type) : put(index, change, source, type));
                }
                outcomes.put(change.id(), new Outcome.Done(true));
            } catch (JacksonException | IllegalArgumentException unreadable) {
                outcomes.put(change.id(), new Outcome.Refused(rootMessage(unreadable)));
            }
        }
        return requests;
    }

    private Mono<BulkResponse> send(List<BulkOperation> operations) {
        var request = BulkRequest.of(bulk -> bulk.operations(operations).timeout(time -> time.time("5s")));
        return Mono.defer(() -> {
            var sample = Timer.start();
            return Mono.fromFuture(() -> client.bulk(request)).doFinally(signal -> sample.stop(latency));
        });
    }

    private static void note(Map<UUID, Outcome> outcomes, BulkResponseItem item) {
        outcomes.computeIfPresent(
                UUID.fromString(String.valueOf(item.id())), (id, outcome) -> outcome.worse(outcomeOf(item)));
    }

    private static BulkOperation put(String index, Change change, byte[] source, VersionType type) {
        var document = BinaryData.of(source, ContentType.APPLICATION_JSON);
        return BulkOperation.of(operation -> operation.<BinaryData>index(item -> item.index(index)
                .id(change.id().toString())
                .version(change.version())
                .versionType(type)
                .document(document)));
    }

    private static BulkOperation removal(String index, Change change, VersionType type) {
        return BulkOperation.of(operation -> operation.delete(item -> item.index(index)
                .id(change.id().toString())
                .version(change.version())
                .versionType(type)));
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
