package vn.chophien.marketplace.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.search.ListingQuery.Scope;
import vn.chophien.marketplace.search.ListingSearch.How;
import vn.chophien.marketplace.search.understanding.QueryReader;

/**
 * The counts of recent searches. They are half of the index's work, and the same on every page of the results, in every order and for everybody who
 * asks the same; so they may be a little old, while what is listed, its price, its stock and the total never are.
 */
@Component
class RecentFacets {

    /** Some megabytes at most: a search has up to three hundred choices, most a few dozen. */
    private static final int MOST = 1_000;

    private final ListingIndexReader index;
    private final SearchRequests requests;
    private final QueryReader reader;
    private final RecentAnswers<Asked, Facets> recent;

    RecentFacets(ListingIndexReader index, SearchRequests requests, QueryReader reader, SearchSettings settings) {
        this.index = index;
        this.requests = requests;
        this.reader = reader;
        this.recent = new RecentAnswers<>(MOST, settings, this::count);
    }

    /** Everything that counts depend on; the order and the place in the results do so only by their scope. */
    record Asked(How how, Scope scope, String words, SearchFilters filters, Language language, LocalDate day) {

        static Asked of(How how, Scope scope, SearchQuestion question, LocalDate day) {
            return new Asked(how, scope, question.words(), question.filters(), question.language(), day);
        }
    }

    @Nullable
    Facets of(Asked asked) {
        return recent.known(asked);
    }

    void remember(Asked asked, Facets counted) {
        recent.remember(asked, counted);
    }

    private Mono<Facets> count(Asked asked) {
        var reading = asked.how().read(asked.words(), reader);
        return index.search(requests.counts(asked, reading)).map(answer -> Facets.from(answer.aggregations()));
    }
}
