package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import vn.chophien.listingindex.ListingIndexConnection;

/** The edge to Elasticsearch: here, and only here, its failures and its partial answers become the problem {@code search-unavailable}. */
@Component
class ListingIndexReader {

    private static final Logger log = LoggerFactory.getLogger(ListingIndexReader.class);

    private final ListingIndexConnection connection;
    private final SearchSettings settings;

    ListingIndexReader(ListingIndexConnection connection, SearchSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    String alias() {
        return settings.alias();
    }

    Duration timeout() {
        return settings.timeout();
    }

    Mono<SearchResponse<Void>> search(SearchRequest request) {
        return Mono.fromFuture(() -> connection.client().search(request, Void.class))
                .timeout(settings.timeout())
                .onErrorMap(CompletionException.class, ListingIndexReader::causeOf)
                .onErrorMap(failure -> !isOurFault(failure), ListingIndexReader::unavailable)
                .handle(ListingIndexReader::whole);
    }

    /** Half an answer looks like a whole one with other counts: it is none. */
    private static void whole(SearchResponse<Void> answer, SynchronousSink<SearchResponse<Void>> sink) {
        if (answer.timedOut() || answer.shards().failed().intValue() > 0) {
            log.warn(
                    "The listing index answers in part: timed out {}, shards failed {}",
                    answer.timedOut(),
                    answer.shards().failed());
            sink.error(new SearchUnavailableException());
        } else {
            sink.next(answer);
        }
    }

    private static Throwable causeOf(CompletionException wrapped) {
        var cause = wrapped.getCause();
        return cause == null ? wrapped : cause;
    }

    /** A query that Elasticsearch cannot read is a defect of this code, not an outage. */
    private static boolean isOurFault(Throwable failure) {
        return failure instanceof ElasticsearchException answer && answer.status() == 400;
    }

    private static SearchUnavailableException unavailable(Throwable failure) {
        log.warn("The listing index does not answer: {}", failure.toString());
        return new SearchUnavailableException();
    }
}
