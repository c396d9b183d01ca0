package vn.chophien.storefront.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.page.Answer;

/** Lists that the catalogue itself keeps, and the overview of all categories. Neither needs the listing index. */
@Controller
class CollectionController {

    private static final Set<String> NAMES = Set.of("in-season", "ocop", "gift", "new");
    private static final int PAGE_SIZE = 24;

    private final CatalogApi catalog;
    private final CategoryTree categories;

    CollectionController(CatalogApi catalog, CategoryTree categories) {
        this.catalog = catalog;
        this.categories = categories;
    }

    @GetMapping("/collections/{name}")
    Mono<Answer> collection(@PathVariable String name, @RequestParam(required = false) @Nullable String cursor) {
        if (!NAMES.contains(name)) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return catalog.listings(null, null, name, null, cursor, PAGE_SIZE)
                .map(listings -> new CollectionView(name, listings.items(), listings.nextCursor(), cursor == null))
                .map(view -> Answer.page("search/collection", view).cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/categories")
    Mono<Answer> categories(Language language) {
        return categories
                .roots(language)
                .map(roots -> Answer.page("search/categories", new CategoriesView(roots))
                        .cached(Answer.Caching.PUBLIC));
    }
}
