package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.search.ListingQuery.Scope;
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

    SearchRequest exact(
            SearchQuestion question,
            Reading reading,
            Scope scope,
            @Nullable SearchCursor cursor,
            boolean countsFacets) {
        var query = question.hasWords() ? new ListingQuery(reading, today()).exact(scope) : Clauses.everything();
        var chosen = question.filters().facetedExcept(null, today());
        return SearchRequest.of(search -> {
            if (countsFacets) {
                // Each facet also counts what its own choices leave out, so they narrow the results only.
                page(search, question, query, List.of())
                        .aggregations(Facets.aggregations(question.filters(), question.language(), today()));
                if (!chosen.isEmpty()) {
                    search.postFilter(Clauses.allOf(chosen));
                }
            } else {
                page(search, question, query, chosen);
            }
            search.sort(question.sort().options(question.hasWords())).trackTotalHits(total -> total.enabled(true));
            return cursor == null ? search : search.searchAfter(cursor.after());
        });
    }

    /** How what {@link #exact} finds divides, without finding it. */
    SearchRequest counts(RecentFacets.Asked asked, Reading reading) {
        var query = asked.words().isEmpty()
                ? Clauses.everything()
                : new ListingQuery(reading, asked.day()).exact(asked.scope());
        return SearchRequest.of(search -> search.index(settings.alias())
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .query(under(asked.filters().plain(), query))
                .aggregations(Facets.aggregations(asked.filters(), asked.language(), asked.day()))
                .timeout(settings.timeout().toMillis() + "ms"));
    }

    /** Always the best first, whatever order was asked for: the cheapest of what is only near is not what anybody looks for. */
    SearchRequest nearest(SearchQuestion question, Reading reading) {
        var query = new ListingQuery(reading, today()).nearest();
        var chosen = question.filters().facetedExcept(null, today());
        return SearchRequest.of(search -> page(search, question, query, chosen)
                .sort(SearchSort.RELEVANCE.options(true))
                .trackTotalHits(total -> total.enabled(false)));
    }

    /** What its buyers like best, under the filters. */
    SearchRequest liked(SearchQuestion question) {
        var chosen = question.filters().facetedExcept(null, today());
        return SearchRequest.of(search -> page(search, question, Clauses.everything(), chosen)
                .sort(SearchSort.RELEVANCE.options(false))
                .trackTotalHits(total -> total.enabled(false)));
    }

    /** Whether there is anything. */
    SearchRequest anyOf(Reading reading) {
        return SearchRequest.of(search -> search.index(settings.alias())
                .size(0)
                .trackTotalHits(total -> total.count(1))
                .query(new ListingQuery(reading, today()).exact(Scope.SPEAKS_OF_IT))
                .timeout(settings.timeout().toMillis() + "ms"));
    }

    private SearchRequest.Builder page(
            SearchRequest.Builder search, SearchQuestion question, Query query, List<Query> narrowing) {
        var filters = new ArrayList<>(question.filters().plain());
        filters.addAll(narrowing);
        return search.index(settings.alias())
                .size(question.pageSize())
                .query(under(filters, query))
                .source(source -> source.fetch(false))
                .timeout(settings.timeout().toMillis() + "ms");
    }

    private static Query under(List<Query> filters, Query query) {
        return filters.isEmpty()
                ? query
                : Query.of(both -> both.bool(bool -> bool.must(query).filter(filters)));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }
}
