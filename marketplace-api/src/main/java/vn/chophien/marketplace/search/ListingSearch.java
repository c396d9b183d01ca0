package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.search.ListingQuery.Scope;
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
            return next(question, SearchCursor.decode(question.cursor(), question));
        }
        var typed = reader.read(question.words());
        return exact(question, How.TYPED, typed).flatMap(found -> {
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
        return exact(question, cursor.how(), cursor.scope(), reading, cursor)
                .onErrorMap(ElasticsearchException.class, badPosition -> Cursor.invalid())
                .map(found -> Found.of(cursor.how(), reading, found).insteadOfTyped(better));
    }

    /**
     * Where nothing is the thing itself, what speaks of it is listed in the order that was asked for. And where all that speaks of it does not
     * fill a page, the thing itself is what was asked for; what is made of it comes near, as other things do.
     */
    private Mono<Counted> exact(SearchQuestion question, How how, Reading reading) {
        var scope = Scope.of(question.sort(), reading);
        return exact(question, how, scope, reading, null).flatMap(found -> {
            boolean narrower =
                    scope == Scope.SPEAKS_OF_IT && reading.head() != null && isShort(question, found.answer());
            if (totalOf(found.answer()) == 0 ? scope == Scope.SPEAKS_OF_IT : !narrower) {
                return Mono.just(found);
            }
            return exact(question, how, narrower ? Scope.IS_IT : Scope.SPEAKS_OF_IT, reading, null)
                    .filter(other -> totalOf(other.answer()) > 0)
                    .defaultIfEmpty(found);
        });
    }

    /** What has everything, with its facets: those that were counted lately, if they were. */
    private Mono<Counted> exact(
            SearchQuestion question, How how, Scope scope, Reading reading, @Nullable SearchCursor cursor) {
        var asked = RecentFacets.Asked.of(how, scope, question, requests.today());
        var known = recentFacets.of(asked);
        return index.search(requests.exact(question, reading, scope, cursor, known == null))
                .map(answer -> {
                    if (known != null) {
                        return new Counted(scope, answer, known);
                    }
                    var counted = Facets.from(answer.aggregations());
                    recentFacets.remember(asked, counted);
                    return new Counted(scope, answer, counted);
                });
    }

    /** A town that is a thing as well was perhaps meant to be the other; empty when that finds nothing either. */
    private Mono<Found> otherwise(SearchQuestion question, Reading typed) {
        return Mono.justOrEmpty(reader.readOtherwise(typed))
                .flatMap(reading -> exact(question, How.OTHERWISE, reading)
                        .filter(found -> totalOf(found.answer()) > 0)
                        .flatMap(found -> filledUp(question, Found.of(How.OTHERWISE, reading, found))));
    }

    /** Nothing has the words as typed: what they were probably meant to be is searched for, and said. */
    private Mono<Found> corrected(SearchQuestion question, Reading typed) {
        return Mono.justOrEmpty(reader.correct(typed))
                .filterWhen(better -> isUnknown(question, typed))
                .flatMap(better -> {
                    var reading = reader.read(better);
                    return exact(question, How.CORRECTED, reading)
                            .filter(found -> totalOf(found.answer()) > 0 || typed.head() == null)
                            .flatMap(found -> filledUp(
                                    question,
                                    Found.of(How.CORRECTED, reading, found).insteadOfTyped(better)));
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
        if (!isShort(question, found.exact()) || !empty && question.sort() != SearchSort.RELEVANCE) {
            return Mono.just(found);
        }
        if (empty && found.reading().isEmpty()) {
            return liked(question, found);
        }
        return index.search(requests.nearest(question, found.reading()))
                .flatMap(nearest -> empty && nearest.hits().hits().isEmpty()
                        ? liked(question, found)
                        : Mono.just(found.with(nearest)));
    }

    /** What nothing comes near: “iphone”, “!!!”. */
    private Mono<Found> liked(SearchQuestion question, Found found) {
        return index.search(requests.liked(question)).map(found::withLiked);
    }

    private static boolean isShort(SearchQuestion question, SearchResponse<Void> found) {
        return found.hits().hits().size() < question.pageSize();
    }

    static long totalOf(SearchResponse<Void> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }

    record Counted(Scope scope, SearchResponse<Void> answer, Facets facets) {}

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
}
