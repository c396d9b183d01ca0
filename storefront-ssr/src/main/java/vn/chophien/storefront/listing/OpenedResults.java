package vn.chophien.storefront.listing;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.SearchApi;

/**
 * Tells the market that a page was opened from a result, when its address says so: {@code q} the words, {@code at} the place. Done
 * beside the page's own calls, never instead of the page: a count that fails or is slow is given up.
 */
@Component
class OpenedResults {

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final int LONGEST_WORDS = 200;

    private final SearchApi search;

    OpenedResults(SearchApi search) {
        this.search = search;
    }

    /** Always answers, counted or not. */
    Mono<Boolean> opened(MultiValueMap<String, String> parameters) {
        var words = text(parameters, "q");
        var place = text(parameters, "at");
        if (words.isEmpty() || !place.matches("[1-9]\\d{0,2}")) {
            return Mono.just(false);
        }
        var after = text(parameters, "after");
        return search.opened(new SearchApi.Opened(words, Integer.parseInt(place), after.isEmpty() ? null : after))
                .timeout(PATIENCE)
                .onErrorComplete()
                .thenReturn(true);
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null || value.length() > LONGEST_WORDS ? "" : value.strip();
    }
}
