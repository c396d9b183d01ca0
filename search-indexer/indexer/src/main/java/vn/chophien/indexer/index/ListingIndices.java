package vn.chophien.indexer.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.TranslogDurability;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.listingindex.ListingIndexSchema;
import vn.chophien.listingindex.ReadAlias;

/** The indices of this market, by their aliases. */
@Component
public class ListingIndices {

    private static final String SEGMENTS_PER_TIER = "merge.policy.segments_per_tier";
    /** More segments than a rebuild leaves: none is merged with others only to be merged with all of them at its end. */
    private static final int UNMERGED = 500;

    private final ElasticsearchAsyncClient client;
    private final ReadAlias alias;
    private final InstantSource clock = InstantSource.system();
    private final CreateIndexRequest schema;

    ListingIndices(ElasticsearchAsyncClient client, ElasticsearchProperties properties) {
        this.client = client;
        this.alias = properties.readAlias();
        // Read here, where a file may block.
        this.schema = CreateIndexRequest.of(index ->
                index.withJson(new StringReader(ListingIndexSchema.json())).index(alias.value()));
    }

    /** Every index that a change must reach. Ask after reading the change, never before: see {@code rebuild}. */
    public Mono<List<String>> writeTargets() {
        return behind(alias.writeAlias().value());
    }

    /** The index that is searched, or nothing. */
    public Mono<String> live() {
        return behind(alias.value())
                .flatMap(names -> Mono.justOrEmpty(names.stream().findFirst()));
    }

    /** The index that is searched, if its mapping is the one this code writes. */
    public Mono<String> current() {
        return live().filter(name -> ListingIndexSchema.isCurrent(alias, name));
    }

    public String aliasName() {
        return alias.value();
    }

    /**
     * An empty index that receives changes from now on, but is not searched yet: it does not refresh by itself, merges nothing, has no
     * replica and may lose what it took in the last seconds before a crash, which the comparison finds.
     */
    public Mono<String> create() {
        var name = ListingIndexSchema.newName(alias, clock.instant());
        var request = CreateIndexRequest.of(index -> index.index(name)
                .settings(schema.settings())
                .mappings(schema.mappings())
                .aliases(alias.writeAlias().value(), write -> write));
        return forbidAccidentalCreation()
                .then(Mono.fromFuture(() -> client.indices().create(request)))
                .then(settings(
                        name,
                        filling -> filling.refreshInterval(never -> never.time("-1"))
                                .autoExpandReplicas("false")
                                .translog(log -> log.durability(TranslogDurability.Async))
                                .otherSettings(SEGMENTS_PER_TIER, JsonData.of(UNMERGED))))
                .thenReturn(name);
    }

    /** Puts the index behind the read alias, alone, in one step. Older ones get no more changes. */
    public Mono<Void> promote(String name) {
        return refresh(name)
                .then(Mono.zip(behind(alias.value()), writeTargets()))
                .flatMap(names -> {
                    var actions = new ArrayList<Action>();
                    actions.add(Action.of(
                            action -> action.add(add -> add.index(name).alias(alias.value()))));
                    for (var old : names.getT1()) {
                        actions.add(removal(old, alias.value()));
                    }
                    for (var old : names.getT2()) {
                        if (!old.equals(name)) {
                            actions.add(removal(old, alias.writeAlias().value()));
                        }
                    }
                    return Mono.fromFuture(() -> client.indices().updateAliases(update -> update.actions(actions)));
                })
                .then();
    }

    /**
     * From now on what is written is found soon, is safe when it is taken and kept twice where there are two nodes. What was written before is
     * safe when this is done, so that nothing that is compared after it can be lost.
     */
    public Mono<Void> prepare(String name) {
        return settings(
                        name,
                        found -> found.refreshInterval(soon -> soon.time(ListingIndexSchema.REFRESH_INTERVAL))
                                .translog(log -> log.durability(TranslogDurability.Request))
                                .autoExpandReplicas(ListingIndexSchema.REPLICAS))
                .then(Mono.fromFuture(() -> client.indices().flush(flush -> flush.index(name))))
                .then();
    }

    /**
     * Has one segment made of many, since a search asks each of them for each of its words, and from then on segments merged as they
     * come. Takes about a minute for a million listings; Elasticsearch goes on with it whoever waits, and whatever is searched meanwhile.
     */
    public Mono<Void> compact(String name) {
        return Mono.fromFuture(() -> client.indices()
                        .forcemerge(
                                merge -> merge.index(name).maxNumSegments(1L).waitForCompletion(false)))
                .then(settings(
                        name,
                        merged -> merged.otherSettings(
                                SEGMENTS_PER_TIER, JsonData.of(ListingIndexSchema.SEGMENTS_PER_TIER))));
    }

    /** Whether the index is there, of the version this code writes, and told of every change. */
    public Mono<Boolean> receivesChanges(String name) {
        return writeTargets().map(targets -> targets.contains(name) && ListingIndexSchema.isCurrent(alias, name));
    }

    public Mono<Void> refresh(String name) {
        return Mono.fromFuture(() -> client.indices().refresh(refresh -> refresh.index(name)))
                .then();
    }

    /** Drops every index of this market but these. */
    public Mono<Void> dropAllBut(Set<String> kept) {
        return Mono.fromFuture(() -> client.indices()
                        .get(get -> get.index(ListingIndexSchema.pattern(alias)).allowNoIndices(true)))
                .map(found -> found.indices().keySet().stream()
                        .filter(name -> !kept.contains(name))
                        .toList())
                .filter(names -> !names.isEmpty())
                .flatMap(names -> Mono.fromFuture(() -> client.indices().delete(delete -> delete.index(names))))
                .then();
    }

    /** A write to an index that was dropped meanwhile must fail, not bring it back without its mapping. */
    private Mono<Void> forbidAccidentalCreation() {
        return Mono.fromFuture(() -> client.indices()
                        .putIndexTemplate(template -> template.name(alias.value())
                                .indexPatterns(ListingIndexSchema.pattern(alias))
                                .allowAutoCreate(false)
                                .priority(500L)))
                .then();
    }

    private Mono<Void> settings(String name, UnaryOperator<IndexSettings.Builder> changed) {
        return Mono.fromFuture(() -> client.indices()
                        .putSettings(put -> put.index(name).settings(settings -> changed.apply(settings))))
                .then();
    }

    private Mono<List<String>> behind(String aliasName) {
        return Mono.fromFuture(() -> client.indices().getAlias(get -> get.name(aliasName)))
                .map(found -> sorted(found.aliases().keySet()))
                .onErrorResume(ListingIndices::isNotFound, notFound -> Mono.just(List.of()));
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private static Action removal(String index, String aliasName) {
        return Action.of(action -> action.remove(remove -> remove.index(index).alias(aliasName)));
    }

    private static boolean isNotFound(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof ElasticsearchException answer && answer.status() == 404;
    }
}
