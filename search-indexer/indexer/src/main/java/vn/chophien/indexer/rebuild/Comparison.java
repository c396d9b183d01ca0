package vn.chophien.indexer.rebuild;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.bulk.BulkWriter;
import vn.chophien.indexer.bulk.Change;
import vn.chophien.indexer.bulk.Outcome;
import vn.chophien.indexer.document.ListingVersion;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.document.PublishedListings;
import vn.chophien.indexer.feed.MarkQueue;
import vn.chophien.indexer.index.ListingIndices;

/** Finds listings whose version in an index is not the published one, walking both in the order of ids, and mends them. */
@Component
class Comparison {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final int PAGE = 1000;
    private static final int INDEX_PAGE = 10_000;

    private final ElasticsearchAsyncClient client;
    private final ListingIndices indices;
    private final PublishedListings published;
    private final MarkQueue queue;
    private final BulkWriter writer;

    Comparison(
            ElasticsearchAsyncClient client,
            ListingIndices indices,
            PublishedListings published,
            MarkQueue queue,
            BulkWriter writer) {
        this.client = client;
        this.indices = indices;
        this.published = published;
        this.queue = queue;
        this.writer = writer;
    }

    /** Compares the whole index once and writes what differs. */
    Mono<ComparisonReport> mend(String index) {
        return indices.refresh(index)
                .thenMany(differences(index))
                .buffer(200)
                .concatMap(page -> unexplained(page).flatMap(open -> mend(index, open)))
                .reduce(new ComparisonReport(index, 0, 0), Comparison::sum);
    }

    private Flux<Difference> differences(String index) {
        return range(index, LOWEST)
                .expand(range -> range.last() == null ? Mono.empty() : range(index, range.last()))
                .concatMapIterable(Range::differences);
    }

    private Mono<Range> range(String index, UUID after) {
        return published.versionsAfter(after, PAGE).collectList().flatMap(wanted -> {
            var last = wanted.size() < PAGE ? null : wanted.getLast().id();
            return indexed(index, after, last).map(found -> Range.of(wanted, found, last));
        });
    }

    private Mono<List<ListingVersion>> indexed(String index, UUID after, @Nullable UUID last) {
        var request = SearchRequest.of(search -> search.index(index)
                .size(INDEX_PAGE)
                .version(true)
                .source(source -> source.fetch(false))
                .trackTotalHits(total -> total.enabled(false))
                .query(query -> query.range(range -> range.term(term -> {
                    term.field("id").gt(after.toString());
                    return last == null ? term : term.lte(last.toString());
                })))
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));
        return Mono.fromFuture(() -> client.search(request, Void.class))
                .map(response ->
                        response.hits().hits().stream().map(Comparison::version).toList());
    }

    private static ListingVersion version(Hit<Void> hit) {
        return new ListingVersion(
                UUID.fromString(Objects.requireNonNull(hit.id())), Objects.requireNonNullElse(hit.version(), 0L));
    }

    private Mono<List<Difference>> unexplained(List<Difference> differences) {
        return queue.explained(differences.stream().map(Difference::id).toList())
                .collect(Collectors.toSet())
                .map(known -> differences.stream()
                        .filter(difference -> !known.contains(difference.id()))
                        .toList());
    }

    /** A listing that was edited since it was compared is left to its mark; one that was written since was no difference. */
    private Mono<ComparisonReport> mend(String index, List<Difference> differences) {
        return published
                .find(differences.stream().map(Difference::id).toList())
                .collectMap(PublishedListing::id, Function.identity())
                .map(current -> differences.stream()
                        .flatMap(difference -> change(difference, current.get(difference.id())).stream())
                        .toList())
                .flatMap(changes -> writer.write(List.of(index), changes))
                .map(outcomes -> {
                    long same = outcomes.values().stream()
                            .filter(outcome -> outcome instanceof Outcome.Done done && done.before())
                            .count();
                    long mended = outcomes.values().stream()
                            .filter(outcome -> outcome instanceof Outcome.Done done && !done.before())
                            .count();
                    return new ComparisonReport(index, outcomes.size() - same, mended);
                });
    }

    private static Optional<Change> change(Difference difference, @Nullable PublishedListing now) {
        if (now == null) {
            return Optional.of(new Change.Remove(difference.id(), difference.indexedVersion() + 1));
        }
        boolean removed = difference.publishedVersion() == 0 && !now.visible();
        return removed || now.version() == difference.publishedVersion()
                ? Optional.of(Change.of(now))
                : Optional.empty();
    }

    private static ComparisonReport sum(ComparisonReport one, ComparisonReport other) {
        return new ComparisonReport(
                one.index(), one.differences() + other.differences(), one.mended() + other.mended());
    }

    /** One stretch of ids: what differs in it, and its last id, or none when it was the rest. */
    private record Range(
            List<Difference> differences, @Nullable UUID last) {

        static Range of(List<ListingVersion> wanted, List<ListingVersion> found, @Nullable UUID last) {
            var end = found.size() < INDEX_PAGE ? last : found.getLast().id();
            var indexed = found.stream().collect(Collectors.toMap(ListingVersion::id, ListingVersion::version));
            var differences = new ArrayList<Difference>();
            for (var listing : wanted) {
                if (end != null && listing.id().toString().compareTo(end.toString()) > 0) {
                    break; // beyond what the index was asked for
                }
                var version = indexed.remove(listing.id());
                if (version == null || version != listing.version()) {
                    differences.add(new Difference(listing.id(), listing.version(), version == null ? 0 : version));
                }
            }
            indexed.forEach((id, version) -> differences.add(new Difference(id, 0, version)));
            return new Range(List.copyOf(differences), end);
        }
    }
}
