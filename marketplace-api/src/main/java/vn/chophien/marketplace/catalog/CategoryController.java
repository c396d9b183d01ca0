package vn.chophien.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PublicReads;

@RestController
class CategoryController {
    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    /** The whole tree, with the listings for sale under each category. */
    @GetMapping("/api/v1/categories")
    Mono<ResponseEntity<PageResponse<CategoryResponse>>> tree(Language language) {
        return categories
                .findAll()
                .collectList()
                .flatMap(all -> categories.listingCounts().map(counts -> children(null, all, counts, language)))
                .map(PageResponse::whole)
                .map(PublicReads::ok);
    }

    private static List<CategoryResponse> children(
            @Nullable String parent, List<Category> all, Map<String, Long> counts, Language language) {
        return all.stream()
                .filter(category -> Objects.equals(category.parentPath(), parent))
                .map(category -> new CategoryResponse(
                        category.path(),
                        category.slug(),
                        category.name(language),
                        counts.getOrDefault(category.path(), 0L),
                        children(category.path(), all, counts, language)))
                .toList();
    }

    record CategoryResponse(
            String path, String slug, String name, long listingCount, List<CategoryResponse> children) {}
}
