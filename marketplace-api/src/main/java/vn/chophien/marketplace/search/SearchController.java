package vn.chophien.marketplace.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.search.insight.SearchLog;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class SearchController {

    private static final int MOST_SUGGESTIONS = 20;

    private final ResultPages pages;
    private final SearchSuggestion suggestion;
    private final SearchLog log;
    private final Places places;

    SearchController(ResultPages pages, SearchSuggestion suggestion, SearchLog log, Places places) {
        this.pages = pages;
        this.suggestion = suggestion;
        this.log = log;
        this.places = places;
    }

    /** @param after words that found nothing, from whose page this search comes; only counted, never searched for */
    @GetMapping("/api/v1/search")
    Mono<ResponseEntity<SearchResults>> search(
            @RequestParam(defaultValue = "") String q,
            @ParameterObject SearchParameters parameters,
            @RequestParam(defaultValue = "relevance") String sort,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "") String after,
            Language language) {
        var order = SearchSort.of(sort).orElseThrow(() -> RequestProblem.invalid(new FieldProblem("sort", "unknown")));
        if (SearchText.isTooLong(q)) {
            throw RequestProblem.invalid(new FieldProblem("q", "too-long", Map.of("max", SearchText.MOST_CHARACTERS)));
        }
        var question = new SearchQuestion(
                SearchText.of(q).typed(),
                parameters.filters(places),
                order,
                PageSizes.checked(pageSize),
                cursor,
                language);
        return pages.answer(question)
                .doOnNext(results -> count(question, results, after))
                .map(PublicReads::ok);
    }

    private void count(SearchQuestion question, SearchResults results, String after) {
        if (question.cursor() == null) {
            log.searched(
                    question.language(),
                    question.words(),
                    results.total(),
                    question.filters().isEmpty(),
                    after);
        }
    }

    /** Somebody opened a result: counted for its words, without saying who. */
    @PostMapping("/api/v1/search/opens")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> opened(@Valid @RequestBody OpenedRequest body, Language language) {
        log.opened(language, body.words(), body.place(), Objects.requireNonNullElse(body.after(), ""));
        return Mono.empty();
    }

    /** @param place on its page, from 1 */
    record OpenedRequest(
            @NotBlank @Size(max = 200) String words,
            @Min(1) @Max(1000) int place,
            @Nullable @Size(max = 200) String after) {}

    @GetMapping("/api/v1/search/suggest")
    Mono<ResponseEntity<Suggestions>> suggest(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "8") int size, Language language) {
        if (size < 1) {
            throw RequestProblem.invalid(new FieldProblem("size", "too-small", Map.of("min", 1)));
        }
        if (size > MOST_SUGGESTIONS) {
            throw RequestProblem.invalid(new FieldProblem("size", "too-large", Map.of("max", MOST_SUGGESTIONS)));
        }
        return suggestion.suggest(SearchText.of(q), size, language).map(PublicReads::ok);
    }
}
