package vn.chophien.marketplace.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.search.ListingSearch.How;

/**
 * The counts of recent searches. They are half of the index's work, and the same on every page of the results, in every order and for everybody who
 * asks the same; so they may be a little old, while what is listed, its price, its stock and the total never are.
 */
@Component
class RecentFacets {

    /** Some megabytes at most: a search has up to three hundred choices, most a few dozen. */
    private static final int MOST = 1_000;

    private final Cache<Asked, Facets> recent;

    RecentFacets(SearchSettings settings) {
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(settings.facetsAge())
                .build();
    }

    /** Everything that counts depend on; the order and the place in the results do not. */
    record Asked(How how, String words, SearchFilters filters, Language language, LocalDate day) {

        static Asked of(How how, SearchQuestion question, LocalDate day) {
            return new Asked(how, question.words(), question.filters(), question.language(), day);
        }
    }

    @Nullable
    Facets of(Asked asked) {
        return recent.getIfPresent(asked);
    }

    void remember(Asked asked, Facets counted) {
        recent.put(asked, counted);
    }
}
