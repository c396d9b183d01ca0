package vn.chophien.indexer.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.chophien.listingindex.ListingIndexConnection;

/** What an index holds, in stretches of ids. A search sees what was written before the last refresh. */
@Component
public class IndexContents {

    /** Documents of one answer; an answer is held in memory. */
    public static final int PAGE = 2_000;

    private static final int SAMPLE = 99;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ElasticsearchAsyncClient client;
    private final ListingIndexConnection connection;

    IndexContents(ElasticsearchAsyncClient client, ListingIndexConnection connection) {
        this.client = client;
        this.connection = connection;
    }

    /** How many documents stand between two ids, and the sum of the fingerprints they carry: added up by the index, without reading them. */
    public Mono<IndexedSum> sum(String index, @Nullable UUID after, @Nullable UUID last) {
        var request = SearchRequest.of(search -> search.index(index)
                .size(0)
                .trackTotalHits(total -> total.enabled(true))
                .requestCache(false)
                .query(between(after, last))
                .aggregations("fingerprints", of -> of.sum(sum -> sum.field("fingerprint"))));
        return Mono.fromFuture(() -> client.search(request, Void.class)).map(answer -> {
            var total = answer.hits().total();
            var sum = Objects.requireNonNull(answer.aggregations().get("fingerprints"))
                    .sum();
            var value = sum.value();
            return new IndexedSum(total == null ? 0 : total.value(), value == null ? 0 : value.longValue());
        });
    }

    /** An id with about as many documents before it as after it, as far as a sample tells; nothing where there are hardly any. */
    public Mono<UUID> middle(String index) {
        return Mono.fromFuture(() -> client.search(
                        search -> search.index(index)
                                .size(SAMPLE)
                                .trackTotalHits(total -> total.enabled(false))
                                .source(source -> source.fetch(false))
                                .query(query -> query.functionScore(
                                        score -> score.functions(function -> function.randomScore(random -> random)))),
                        Void.class))
                .map(answer -> answer.hits().hits().stream()
                        .map(hit -> String.valueOf(hit.id()))
                        .filter(id -> UUID_TEXT.matcher(id).matches())
                        .sorted()
                        .toList())
                .filter(ids -> ids.size() == SAMPLE)
                .map(ids -> UUID.fromString(ids.get(SAMPLE / 2)));
    }

    /** The documents between two ids, in their order, {@link #PAGE} at most. */
    public Mono<List<IndexedDocument>> documents(String index, @Nullable UUID after, @Nullable UUID last) {
        var body =
                JSON.createObjectNode().put("size", PAGE).put("version", true).put("track_total_hits", false);
        var range = body.putObject("query").putObject("range").putObject("id");
        if (after != null) {
            range.put("gt", after.toString());
        }
        if (last != null) {
            range.put("lte", last.toString());
        }
        body.putArray("sort").add("id");
        return search(index, body);
    }

    /** The versions of these documents as they are this moment, refreshed or not; one that is missing is left out. */
    public Mono<Map<String, Long>> versions(String index, Collection<String> ids) {
        return Mono.fromFuture(() -> client.mget(
                        get -> get.index(index).ids(List.copyOf(ids)).source(source -> source.fetch(false)),
                        Void.class))
                .map(answer -> answer.docs().stream()
                        .filter(each -> each.isResult() && each.result().found())
                        .collect(Collectors.toMap(
                                each -> each.result().id(),
                                each -> Objects.requireNonNullElse(each.result().version(), 0L))));
    }

    /** Ids of documents that no stretch of ids has, because they say no {@code id}; a thousand at most. */
    public Mono<List<String>> strays(String index) {
        return Mono.fromFuture(() -> client.search(
                        search -> search.index(index)
                                .size(1_000)
                                .source(source -> source.fetch(false))
                                .query(query ->
                                        query.bool(bool -> bool.mustNot(not -> not.exists(has -> has.field("id"))))),
                        Void.class))
                .map(answer -> answer.hits().hits().stream()
                        .map(hit -> String.valueOf(hit.id()))
                        .toList());
    }

    private static Query between(@Nullable UUID after, @Nullable UUID last) {
        return Query.of(query -> query.range(range -> range.term(term -> {
            term.field("id");
            if (after != null) {
                term.gt(after.toString());
            }
            return last == null ? term : term.lte(last.toString());
        })));
    }

    private Mono<List<IndexedDocument>> search(String index, ObjectNode body) {
        return Mono.fromFuture(() -> connection.post(
                        "/" + index + "/_search", ContentType.APPLICATION_JSON, JSON.writeValueAsBytes(body)))
                .map(SearchAnswer::documents);
    }
}
