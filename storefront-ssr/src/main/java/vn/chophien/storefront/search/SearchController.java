package vn.chophien.storefront.search;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.ApiUnavailable;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.SearchApi;
import vn.chophien.storefront.page.Answer;

/**
 * Search and category pages. With the listing index away a category still shows its listings from the catalogue (200, with a
 * notice and without filters); a search for words cannot be answered and says so with status 503, so that nobody keeps the
 * page, but still leads to categories and the newest listings.
 */
@Controller
class SearchController {

    private static final Logger LOG = LoggerFactory.getLogger(SearchController.class);
    private static final int PAGE_SIZE = 24;
    private static final int SUGGESTIONS = 5;
    private static final int LONGEST_WORDS = 200;
    private static final String PAGE = "search/page";
    private static final String BODY = "search/body";

    private final SearchApi search;
    private final CatalogApi catalog;
    private final CategoryTree categories;

    SearchController(SearchApi search, CatalogApi catalog, CategoryTree categories) {
        this.search = search;
        this.catalog = catalog;
        this.categories = categories;
    }

    @GetMapping("/search")
    Mono<Answer> everywhere(@RequestParam MultiValueMap<String, String> parameters) {
        return answer(SearchQuery.of("", parameters), List.of(), after(parameters));
    }

    @GetMapping("/c/{*path}")
    Mono<Answer> inCategory(
            @PathVariable String path, @RequestParam MultiValueMap<String, String> parameters, Language language) {
        var category = path.substring(1);
        return categories
                .lineage(language, category)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(lineage -> answer(SearchQuery.of(category, parameters), lineage, ""));
    }

    @GetMapping("/search/suggest")
    Mono<Answer> suggest(@RequestParam(name = "q", defaultValue = "") String words) {
        return search.suggest(words, SUGGESTIONS)
                .onErrorResume(
                        SearchController::isAway,
                        away -> Mono.just(new SearchApi.Suggestions(List.of(), List.of(), List.of(), List.of())))
                .map(found -> Answer.page("search/suggestions", found).cached(Answer.Caching.PUBLIC));
    }

    private static String after(MultiValueMap<String, String> parameters) {
        var after = parameters.getFirst("after");
        return after == null || after.length() > LONGEST_WORDS ? "" : after.strip();
    }

    /** An address that somebody edited, or that is old, still shows something: what the API refuses of it is dropped. */
    private Mono<Answer> answer(SearchQuery query, List<CatalogApi.Category> lineage, String after) {
        return answerAsAsked(query, lineage, after).onErrorResume(ApiProblem.class, refused -> {
            var refusedFields = refused.errors().stream()
                    .map(ApiProblem.FieldProblem::field)
                    .toList();
            var usable = query.withoutRefused(refusedFields, refused.is("invalid-cursor"));
            return usable.equals(query) ? Mono.error(refused) : answerAsAsked(usable, lineage, after);
        });
    }

    private Mono<Answer> answerAsAsked(SearchQuery query, List<CatalogApi.Category> lineage, String after) {
        var parameters = query.parameters(PAGE_SIZE);
        if (!after.isEmpty()) {
            parameters.add("after", after);
        }
        return search.search(parameters)
                .map(results -> page(SearchView.of(query, lineage, results, after)))
                .cast(Answer.class)
                .onErrorResume(SearchController::isAway, away -> {
                    LOG.warn("Search is away: {}", away.getMessage());
                    return withoutIndex(query, lineage);
                });
    }

    private Mono<Answer> withoutIndex(SearchQuery query, List<CatalogApi.Category> lineage) {
        var status = query.words().isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        var category = query.category().isEmpty() ? null : query.category();
        return catalog.listings(null, category, null, null, null, PAGE_SIZE)
                .onErrorResume(SearchController::isAway, away -> Mono.just(CatalogApi.Listings.none()))
                .map(listings -> page(SearchView.withoutIndex(query, lineage, listings))
                        .cached(Answer.Caching.NEVER)
                        .status(status));
    }

    private static Answer.Drawn page(SearchView view) {
        return Answer.page(PAGE, view).orFragment(BODY).cached(Answer.Caching.PUBLIC);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ApiUnavailable
                || (failure instanceof ApiProblem problem && problem.status().is5xxServerError());
    }
}
