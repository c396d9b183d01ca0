package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The orders a buyer can choose. Each ends with the id, so that no two listings are equal and paging is exact. */
enum SearchSort {
    RELEVANCE,
    PRICE_ASC,
    PRICE_DESC,
    NEWEST,
    RATING;

    static Optional<SearchSort> of(String name) {
        return Arrays.stream(values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Without a text nothing is more relevant than anything else: then what stands well comes first. */
    List<SortOptions> options(boolean hasText) {
        return switch (this) {
            case RELEVANCE ->
                hasText
                        ? List.of(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))), id())
                        : List.of(by("standing", SortOrder.Desc), by("created_at", SortOrder.Desc), id());
            case PRICE_ASC -> List.of(by("min_price", SortOrder.Asc), id());
            case PRICE_DESC -> List.of(by("min_price", SortOrder.Desc), id());
            case NEWEST -> List.of(by("created_at", SortOrder.Desc), id());
            case RATING -> List.of(by("rating", SortOrder.Desc), by("rating_count", SortOrder.Desc), id());
        };
    }

    private static SortOptions id() {
        return by("id", SortOrder.Asc);
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(sort ->
                sort.field(by -> by.field(field).order(order).missing(order == SortOrder.Desc ? "_last" : "_first")));
    }
}
