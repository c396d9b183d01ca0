package vn.chophien.marketplace.catalog;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.PublicReads;
import vn.chophien.marketplace.web.RequestProblem;

@RestController
class ListingController {
    private final ListingCards cards;
    private final ListingDetails details;

    ListingController(ListingCards cards, ListingDetails details) {
        this.cards = cards;
        this.details = details;
    }

    @GetMapping("/api/v1/listings")
    Mono<ResponseEntity<PageResponse<ListingCard>>> list(
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String collection,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            Language language) {
        var selection = new ListingSelection(
                shop,
                category,
                collection == null ? null : known("collection", collection, ListingCollection::of),
                known("sort", sort, ListingSort::of));
        return cards.page(selection, cursor, PageSizes.checked(pageSize), language)
                .map(PublicReads::ok);
    }

    @GetMapping("/api/v1/listings/{slug}")
    Mono<ResponseEntity<ListingResponse>> show(@PathVariable String slug, Language language) {
        return details.find(slug, language)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .map(PublicReads::ok);
    }

    private static <T> T known(String field, String value, Function<String, Optional<T>> parse) {
        return parse.apply(value).orElseThrow(() -> RequestProblem.invalid(new FieldProblem(field, "unknown")));
    }
}
