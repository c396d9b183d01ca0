package vn.chophien.indexer.bulk;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.listingindex.ListingJson;
import vn.chophien.vietnamese.Lexicon;

/**
 * Sends changes to one or more indices in one request. The version of the catalogue is the external version of the
 * document, so that changes may arrive twice and in any order: an older one loses.
 */
@Component
public class BulkWriter {

    private final ElasticsearchAsyncClient client;
    private final JsonMapper json = ListingJson.mapper();

    BulkWriter(ElasticsearchAsyncClient client) {
        this.client = client;
        Lexicon.ofTheMarket(); // documents need it; read here, where a file may block
    }

    /** The outcome for every change; an error only when there was no reply at all. */
    public Mono<Map<UUID, Outcome>> write(Collection<String> indices, Collection<? extends Change> changes) {
        return Mono.defer(() -> {
            var outcomes = new LinkedHashMap<UUID, Outcome>();
            var operations = new ArrayList<BulkOperation>();
            for (var change : changes) {
                try {
                    operations.addAll(operations(indices, change));
                    outcomes.put(change.id(), new Outcome.Done(true));
                } catch (JacksonException | IllegalArgumentException unreadable) {
                    outcomes.put(change.id(), new Outcome.Refused(rootMessage(unreadable)));
                }
            }
            if (operations.isEmpty()) {
                return Mono.just(outcomes);
            }
            var request = BulkRequest.of(bulk -> bulk.operations(operations).timeout(time -> time.time("5s")));
            return Mono.fromFuture(() -> client.bulk(request)).map(response -> {
                for (var item : response.items()) {
                    outcomes.computeIfPresent(
                            UUID.fromString(String.valueOf(item.id())),
                            (id, outcome) -> outcome.worse(outcomeOf(item)));
                }
                return outcomes;
            });
        });
    }

    private List<BulkOperation> operations(Collection<String> indices, Change change) {
        return switch (change) {
            case Change.Put put -> {
                var document = document(put);
                yield indices.stream()
                        .map(index ->
                                BulkOperation.of(operation -> operation.<ListingDocument>index(item -> item.index(index)
                                        .id(put.id().toString())
                                        .version(put.version())
                                        .versionType(VersionType.External)
                                        .document(document))))
                        .toList();
            }
            case Change.Remove remove ->
                indices.stream()
                        .map(index -> BulkOperation.of(operation -> operation.delete(item -> item.index(index)
                                .id(remove.id().toString())
                                .version(remove.version())
                                .versionType(VersionType.External))))
                        .toList();
        };
    }

    private ListingDocument document(Change.Put put) {
        if (!(json.readTree(put.json()) instanceof ObjectNode node)) {
            throw new IllegalArgumentException("A listing document is a JSON object.");
        }
        return json.treeToValue(node.put("id", put.id().toString()), ListingDocument.class);
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
