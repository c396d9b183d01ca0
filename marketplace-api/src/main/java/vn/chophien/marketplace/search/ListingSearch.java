package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.marketplace.web.Cursor;

/** Finds listings: the index decides which, and in what order. */
@Component
class ListingSearch {

    private final ListingIndexReader index;
    private final SearchRequests requests;
    private final QueryReader reader;

    ListingSearch(ListingIndexReader index, SearchRequests requests, QueryReader reader) {
        this.index = index;
        this.requests = requests;
        this.reader = reader;
    }

    Mono<Found> find(SearchQuestion question) {
        var reading = reader.read(question.words());
        if (question.cursor() != null) {
            var values = question.sort().options(question.hasWords()).size();
            return next(question, reading, SearchCursor.decode(question.cursor(), values));
        }
        return index.search(requests.exact(question, reading, null)).flatMap(found -> {
            if (!question.hasWords() || !isShort(question, found)) {
                return Mono.just(new Found(reading, found, null, null));
            }
            var better = totalOf(found) == 0 ? reader.correct(reading).orElse(null) : null;
            return better == null
                    ? filledUp(question, reading, found, null)
                    : corrected(question, found, reading, better);
        });
    }

    private Mono<Found> next(SearchQuestion question, Reading typed, SearchCursor cursor) {
        var better = cursor.corrected() ? reader.correct(typed).orElse(null) : null;
        var reading = better == null ? typed : reader.read(better);
        var request = cursor.nearest()
                ? requests.nearest(question, reading, cursor, true)
                : requests.exact(question, reading, cursor);
        return index.search(request)
                .onErrorMap(ElasticsearchException.class, badPosition -> Cursor.invalid())
                .map(found -> cursor.nearest()
                        ? new Found(reading, null, found, better)
                        : new Found(reading, found, null, better));
    }

    /** Nothing has the words as typed: what they were probably meant to be is searched for, and said. */
    private Mono<Found> corrected(SearchQuestion question, SearchResponse<Void> nothing, Reading typed, String better) {
        var reading = reader.read(better);
        return index.search(requests.exact(question, reading, null)).flatMap(found -> {
            if (totalOf(found) == 0 && typed.head() != null) {
                return filledUp(question, typed, nothing, null);
            }
            return isShort(question, found)
                    ? filledUp(question, reading, found, better)
                    : Mono.just(new Found(reading, found, null, better));
        });
    }

    /** A page that is not full is filled up with the nearest; in another order than the best match first they would mislead. */
    private Mono<Found> filledUp(
            SearchQuestion question, Reading reading, SearchResponse<Void> found, @Nullable String better) {
        boolean empty = totalOf(found) == 0;
        if (!empty && question.sort() != SearchSort.RELEVANCE) {
            return Mono.just(new Found(reading, found, null, better));
        }
        return index.search(requests.nearest(question, reading, null, empty))
                .map(nearest -> new Found(reading, empty ? null : found, nearest, better));
    }

    private static boolean isShort(SearchQuestion question, SearchResponse<Void> found) {
        return found.hits().hits().size() < question.pageSize();
    }

    static long totalOf(SearchResponse<Void> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }

    /**
     * What was found for a reading.
     *
     * @param exact null when nothing has everything
     * @param nearest what comes near, the exact among it, in one order; null when it was not needed
     * @param better the words in place of those typed
     */
    record Found(
            Reading reading,
            @Nullable SearchResponse<Void> exact,
            @Nullable SearchResponse<Void> nearest,
            @Nullable String better) {

        /** The ids of those that have everything. */
        Set<String> exactIds() {
            return exact == null ? Set.of() : new LinkedHashSet<>(idsOf(exact));
        }

        /** The ids of a page, best first: no exact one is pushed off it by one that only comes near. */
        List<String> ids(int pageSize) {
            if (nearest == null) {
                return List.copyOf(exactIds());
            }
            var exactOnes = exactIds();
            var ids = new ArrayList<>(idsOf(nearest));
            var missing = exactOnes.stream().filter(id -> !ids.contains(id)).toList();
            for (int at = ids.size() - 1; at >= 0 && ids.size() + missing.size() > pageSize; at--) {
                if (!exactOnes.contains(ids.get(at))) {
                    ids.remove(at);
                }
            }
            ids.addAll(missing);
            return ids;
        }

        private static List<String> idsOf(SearchResponse<Void> found) {
            return found.hits().hits().stream()
                    .map(Hit::id)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }
}
