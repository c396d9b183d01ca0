package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingCards;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.web.Cursor;

/**
 * Finds listings. The index decides which and in what order; what is shown of them, price and stock above all, comes from
 * the catalogue.
 */
@Component
class ListingSearch {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Below this many results somebody may have meant something else. */
    private static final int FEW = 3;

    private static final int LOOKED_AT_FOR_SPELLING = 20;

    private final ListingIndexReader index;
    private final ListingCards cards;
    private final InstantSource clock;

    ListingSearch(ListingIndexReader index, ListingCards cards, InstantSource clock) {
        this.index = index;
        this.cards = cards;
        this.clock = clock;
    }

    Mono<SearchResults> search(SearchQuestion question) {
        var values = question.sort().options(!question.text().isEmpty()).size();
        var cursor = question.cursor() == null ? null : SearchCursor.decode(question.cursor(), values);
        if (cursor != null) {
            return index.search(request(question, cursor.nearest(), cursor))
                    .onErrorMap(ElasticsearchException.class, badPosition -> Cursor.invalid())
                    .flatMap(found -> results(question, found, cursor.nearest(), null));
        }
        return index.search(request(question, false, null)).flatMap(found -> {
            long total = totalOf(found);
            return question.text().isEmpty() || total >= FEW
                    ? results(question, found, false, null)
                    : withNearest(question, found);
        });
    }

    /** Few or no results: looks for a better spelling, and shows the nearest where there is nothing at all. */
    private Mono<SearchResults> withNearest(SearchQuestion question, SearchResponse<FoundText> exact) {
        return index.search(request(question, true, null)).flatMap(nearest -> {
            var names = nearest.hits().hits().stream()
                    .map(Hit::source)
                    .filter(Objects::nonNull)
                    .limit(LOOKED_AT_FOR_SPELLING)
                    .toList();
            var better = DidYouMean.of(question.text(), names).orElse(null);
            return totalOf(exact) == 0
                    ? results(question, nearest, true, better)
                    : results(question, exact, false, better);
        });
    }

    private SearchRequest request(SearchQuestion question, boolean nearest, @Nullable SearchCursor cursor) {
        var text = question.text();
        var today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        return SearchRequest.of(search -> {
            search.index(index.alias())
                    .size(question.pageSize())
                    .trackTotalHits(total -> total.enabled(true))
                    .query(query(text, question.language(), question.filters(), nearest))
                    .postFilter(Query.of(query ->
                            query.bool(bool -> bool.filter(question.filters().facetedExcept(null, today)))))
                    .sort(question.sort().options(!text.isEmpty()))
                    .aggregations(Facets.aggregations(question.filters(), question.language(), today))
                    .source(source ->
                            nearest ? source.filter(filter -> filter.includes(FoundText.FIELDS)) : source.fetch(false))
                    .timeout(index.timeout().toMillis() + "ms");
            return cursor == null ? search : search.searchAfter(cursor.after());
        });
    }

    private static Query query(SearchText text, Language language, SearchFilters filters, boolean nearest) {
        var wanted = text.isEmpty()
                ? Query.of(query -> query.matchAll(all -> all))
                : nearest ? ListingQuery.nearest(text, language) : ListingQuery.exact(text, language);
        var plain = filters.plain();
        return plain.isEmpty()
                ? wanted
                : Query.of(query -> query.bool(bool -> bool.must(wanted).filter(plain)));
    }

    private Mono<SearchResults> results(
            SearchQuestion question, SearchResponse<FoundText> found, boolean nearest, @Nullable String didYouMean) {
        var hits = found.hits().hits();
        var ids = hits.stream()
                .map(hit -> ListingId.parse(Objects.requireNonNull(hit.id())))
                .toList();
        var next = hits.size() < question.pageSize()
                ? null
                : new SearchCursor(nearest, List.copyOf(hits.getLast().sort())).encode();
        return cards.findAll(ids, question.language())
                .collectList()
                .map(items -> new SearchResults(
                        items,
                        totalOf(found),
                        Facets.from(found.aggregations()),
                        next,
                        nearest && !items.isEmpty() ? true : null,
                        didYouMean));
    }

    private static long totalOf(SearchResponse<FoundText> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }
}
