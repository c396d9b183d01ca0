package vn.chophien.storefront.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.Remembered;

/** The categories by path, in one language at a time. */
@Component
class CategoryTree {

    private static final Duration FRESH_FOR = Duration.ofSeconds(60);

    private final Remembered<Language, CatalogApi.Categories> categories;

    CategoryTree(CatalogApi catalog) {
        categories = new Remembered<>(FRESH_FOR, language -> catalog.categories());
    }

    Mono<List<CatalogApi.Category>> roots(Language language) {
        return categories.get(language).map(CatalogApi.Categories::items);
    }

    /** The category and those it belongs to, outermost first; empty when there is no such category. */
    Mono<List<CatalogApi.Category>> lineage(Language language, String path) {
        return roots(language).mapNotNull(roots -> find(roots, path).orElse(null));
    }

    private static Optional<List<CatalogApi.Category>> find(List<CatalogApi.Category> level, String path) {
        for (var category : level) {
            if (path.equals(category.path())) {
                return Optional.of(List.of(category));
            }
            if (path.startsWith(category.path() + "/")) {
                return find(category.children(), path).map(inner -> {
                    var lineage = new ArrayList<CatalogApi.Category>();
                    lineage.add(category);
                    lineage.addAll(inner);
                    return lineage;
                });
            }
        }
        return Optional.empty();
    }
}
