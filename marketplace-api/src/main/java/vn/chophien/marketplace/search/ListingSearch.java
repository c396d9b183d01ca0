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
    private final RecentFacets recentFacets;

    ListingSearch(ListingIndexReader index, SearchRequests requests, QueryReader reader, RecentFacets recentFacets) {
        this.index = index;
        this.requests = requests;
        this.reader = reader;
        this.recentFacets = recentFacets;
    }

    Mono<Found> find(SearchQuestion question) {
        if (question.cursor() != null) {
            var values = question.sort().options(question.hasWords()).size();
            return next(question, SearchCursor.decode(question.cursor(), values));
        }
        var typed = reader.read(question.words());
        return exact(question, How.TYPED, typed, null).flatMap(found -> {
            if (!question.hasWords() || !isShort(question, found.answer())) {
                return Mono.just(Found.of(How.TYPED, typed, found));
            }
            return totalOf(found.answer()) > 0
                    ? filledUp(question, Found.of(How.TYPED, typed, found))
                    : otherwise(question, typed)
                            .switchIfEmpty(corrected(question, typed))
                            .switchIfEmpty(filledUp(question, Found.of(How.TYPED, typed, found)));
        });
    }

    private Mono<Found> next(SearchQuestion question, SearchCursor cursor) {
        var typed = reader.read(question.words());
        var better = cursor.how() == How.CORRECTED ? reader.correct(typed).orElse(null) : null;
        var reading = cursor.how().read(question.words(), reader);
        return exact(question, cursor.how(), reading, cursor)
                .onErrorMap(ElasticsearchException.class, badPosition -> Cursor.invalid())
                .map(found -> new Found(cursor.how(), reading, found.answer(), found.facets(), null, better));
    }

    /** What has everything, with its facets: those that were counted lately, if they were. */
    private Mono<Counted> exact(SearchQuestion question, How how, Reading reading, @Nullable SearchCursor cursor) {
        var asked = RecentFacets.Asked.of(how, question, requests.today());
        var known = recentFacets.of(asked);
        return index.search(requests.exact(question, reading, cursor, known == null))
                .map(answer -> {
                    if (known != null) {
                        return new Counted(answer, known);
                    }
                    var counted = Facets.from(answer.aggregations());
                    recentFacets.remember(asked, counted);
                    return new Counted(answer, counted);
                });
    }

    /** A town that is a thing as well was perhaps meant to be the other; empty when that finds nothing either. */
    private Mono<Found> otherwise(SearchQuestion question, Reading typed) {
        return Mono.justOrEmpty(reader.readOtherwise(typed))
                .flatMap(reading -> exact(question, How.OTHERWISE, reading, null)
                        .filter(found -> totalOf(found.answer()) > 0)
                        .flatMap(found -> filledUp(question, Found.of(How.OTHERWISE, reading, found))));
    }

    /** Nothing has the words as typed: what they were probably meant to be is searched for, and said. */
    private Mono<Found> corrected(SearchQuestion question, Reading typed) {
        return Mono.justOrEmpty(reader.correct(typed))
                .filterWhen(better -> isUnknown(question, typed))
                .flatMap(better -> {
                    var reading = reader.read(better);
                    return exact(question, How.CORRECTED, reading, null)
                            .filter(found -> totalOf(found.answer()) > 0 || typed.head() == null)
                            .flatMap(found -> filledUp(
                                    question,
                                    new Found(How.CORRECTED, reading, found.answer(), found.facets(), null, better)));
                });
    }

    /** Words that find something by themselves are right: then a filter or a demand is what leaves nothing. */
    private Mono<Boolean> isUnknown(SearchQuestion question, Reading typed) {
        return question.filters().isEmpty() && typed.demands().isEmpty()
                ? Mono.just(true)
                : index.search(requests.anyOf(typed.withoutDemands())).map(found -> totalOf(found) == 0);
    }

    /** A page that is not full is filled up with the nearest; in another order than the best match first they would mislead. */
    private Mono<Found> filledUp(SearchQuestion question, Found found) {
        boolean empty = totalOf(found.exact()) == 0;
        return !isShort(question, found.exact()) || !empty && question.sort() != SearchSort.RELEVANCE
                ? Mono.just(found)
                : index.search(requests.nearest(question, found.reading())).map(found::with);
    }

    private static boolean isShort(SearchQuestion question, SearchResponse<Void> found) {
        return found.hits().hits().size() < question.pageSize();
    }

    static long totalOf(SearchResponse<Void> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }

    private record Counted(SearchResponse<Void> answer, Facets facets) {}

    /** Which reading of the words it was that found something. */
    enum How {
        TYPED,
        OTHERWISE,
        CORRECTED;

        Reading read(String words, QueryReader reader) {
            var typed = reader.read(words);
            return switch (this) {
                case TYPED -> typed;
                case OTHERWISE -> reader.readOtherwise(typed).orElse(typed);
                case CORRECTED -> reader.correct(typed).map(reader::read).orElse(typed);
            };
        }
    }

    /**
     * What was found for a reading.
     *
     * @param exact what has everything; may be nothing
     * @param facets how that divides, perhaps as of a minute ago
     * @param nearest what comes near, the exact among it, in one order; null when it was not needed
     * @param better the words in place of those typed
     */
    record Found(
            How how,
            Reading reading,
            SearchResponse<Void> exact,
            Facets facets,
            @Nullable SearchResponse<Void> nearest,
            @Nullable String better) {

        private static Found of(How how, Reading reading, Counted exact) {
            return new Found(how, reading, exact.answer(), exact.facets(), null, null);
        }

        Found with(SearchResponse<Void> nearest) {
            return new Found(how, reading, exact, facets, nearest, better);
        }

        /** The ids of those that have everything. */
        Set<String> exactIds() {
            return new LinkedHashSet<>(idsOf(exact));
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
