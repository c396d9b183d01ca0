package vn.chophien.indexer.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.time.Duration;
import java.util.Collection;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.listingindex.ListingIndexSchema;

/**
 * Takes documents out of an index together with their versions. A document that somebody wrote or deleted by hand has a version of
 * its own, often above the catalogue's, and Elasticsearch remembers it for a while even of what is deleted.
 */
@Component
public class ForgottenVersions {

    /** Elasticsearch looks at a clock that moves in steps of 200 ms. */
    private static final Duration UNTIL_FORGOTTEN = Duration.ofSeconds(1);

    private final ElasticsearchAsyncClient client;

    ForgottenVersions(ElasticsearchAsyncClient client) {
        this.client = client;
    }

    /** Deletes the documents, waits until nothing is remembered of them, and does this before the index remembers again. */
    public <T> Mono<T> without(String index, Collection<String> ids, Mono<T> andThen) {
        return Mono.usingWhen(
                remember(index, "0ms").thenReturn(index),
                forgetful ->
                        delete(index, ids).then(Mono.delay(UNTIL_FORGOTTEN)).then(andThen),
                forgetful -> remember(index, ListingIndexSchema.DELETES_REMEMBERED));
    }

    private Mono<Void> delete(String index, Collection<String> ids) {
        var operations = ids.stream()
                .map(id -> BulkOperation.of(
                        operation -> operation.delete(item -> item.index(index).id(id))))
                .toList();
        return Mono.fromFuture(() -> client.bulk(bulk -> bulk.operations(operations)))
                .then();
    }

    private Mono<Void> remember(String index, String time) {
        return Mono.fromFuture(() -> client.indices()
                        .putSettings(put -> put.index(index)
                                .settings(settings -> settings.gcDeletes(Time.of(of -> of.time(time))))))
                .then();
    }
}
