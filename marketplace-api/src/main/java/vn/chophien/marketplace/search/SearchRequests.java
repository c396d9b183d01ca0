package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.search.understanding.Reading;

/** The requests to the index behind a page of results. */
@Component
class SearchRequests {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SearchSettings settings;
    private final InstantSource clock;

    SearchRequests(SearchSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SearchRequest exact(SearchQuestion question, Reading reading, @Nullable SearchCursor cursor) {
        var query = question.hasWords() ? new ListingQuery(reading, today()).exact() : Clauses.everything();
        return request(question, query, cursor, true);
    }

    /** {@code counted} where there is nothing but the nearest. */
    SearchRequest nearest(SearchQuestion question, Reading reading, @Nullable SearchCursor cursor, boolean counted) {
        var query = new ListingQuery(reading, today()).nearest();
        return request(question, query, cursor, counted);
    }

    private SearchRequest request(
            SearchQuestion question, Query query, @Nullable SearchCursor cursor, boolean counted) {
        var today = today();
        var filters = question.filters();
        return SearchRequest.of(search -> {
            search.index(settings.alias())
                    .size(question.pageSize())
                    .trackTotalHits(total -> total.enabled(counted))
                    .query(under(filters.plain(), query))
                    .sort(question.sort().options(question.hasWords()))
                    .source(source -> source.fetch(false))
                    .timeout(settings.timeout().toMillis() + "ms");
            var narrowed = filters.facetedExcept(null, today);
            if (!narrowed.isEmpty()) {
                search.postFilter(Query.of(filter -> filter.bool(bool -> bool.filter(narrowed))));
            }
            if (counted) {
                search.aggregations(Facets.aggregations(filters, question.language(), today));
            }
            return cursor == null ? search : search.searchAfter(cursor.after());
        });
    }

    private static Query under(List<Query> filters, Query query) {
        return filters.isEmpty()
                ? query
                : Query.of(both -> both.bool(bool -> bool.must(query).filter(filters)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }
}
