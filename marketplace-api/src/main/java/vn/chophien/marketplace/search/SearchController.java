package vn.chophien.marketplace.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class SearchController {

    private static final int MOST_SUGGESTIONS = 20;

    private final ResultPages pages;
    private final SearchSuggestion suggestion;

    SearchController(ResultPages pages, SearchSuggestion suggestion) {
        this.pages = pages;
        this.suggestion = suggestion;
    }

    @GetMapping("/api/v1/search")
    Mono<ResponseEntity<SearchResults>> search(
            @RequestParam(defaultValue = "") String q,
            @ParameterObject SearchParameters parameters,
            @RequestParam(defaultValue = "relevance") String sort,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            @RequestParam @Nullable String cursor,
            Language language) {
        var order = SearchSort.of(sort).orElseThrow(() -> RequestProblem.invalid(new FieldProblem("sort", "unknown")));
        var question = new SearchQuestion(
                SearchText.of(q).typed(), parameters.filters(), order, PageSizes.checked(pageSize), cursor, language);
        return pages.answer(question).map(PublicReads::ok);
    }

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
