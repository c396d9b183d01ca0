package vn.chophien.marketplace.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.search.SearchFilters.Flag;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** The filters among the parameters of a search; each may be missing, lists may be separated by commas. */
record SearchParameters(
        @Nullable List<String> category,
        @Nullable List<String> province,
        @Nullable List<Integer> stars,
        @BindParam("min_price") @Nullable Long minPrice,
        @BindParam("max_price") @Nullable Long maxPrice,
        @Nullable List<String> shop,
        @Nullable List<String> certificate,
        @Nullable Boolean organic,
        @BindParam("in_stock") @Nullable Boolean inStock,
        @BindParam("in_season") @Nullable Boolean inSeason,
        @Nullable Boolean gift) {

    private static final long MOST_PRICE = 1_000_000_000_000L;

    /** OCOP gives no others. */
    private static final Set<Integer> STARS = Set.of(3, 4, 5);

    /** @throws RequestProblem for what no listing can have */
    SearchFilters filters(Places places) {
        check("min_price", minPrice);
        check("max_price", maxPrice);
        if (minPrice != null && maxPrice != null && minPrice > maxPrice) {
            throw RequestProblem.invalid(new FieldProblem("max_price", "too-small", Map.of("min", minPrice)));
        }
        checkChoices("stars", present(stars), STARS::contains);
        checkChoices(
                "province", present(province), code -> places.province(code).isPresent());
        return new SearchFilters(
                present(category),
                present(province),
                present(stars),
                minPrice,
                maxPrice,
                present(shop),
                present(certificate),
                flags());
    }

    private static void check(String name, @Nullable Long price) {
        if (price != null && price < 0) {
            throw RequestProblem.invalid(new FieldProblem(name, "too-small", Map.of("min", 0)));
        }
        if (price != null && price > MOST_PRICE) {
            throw RequestProblem.invalid(new FieldProblem(name, "too-large", Map.of("max", MOST_PRICE)));
        }
    }

    private static <T> void checkChoices(String name, List<T> choices, Predicate<T> exists) {
        if (!choices.stream().allMatch(exists)) {
            throw RequestProblem.invalid(new FieldProblem(name, "unknown"));
        }
    }

    private Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        set(flags, Flag.ORGANIC, organic);
        set(flags, Flag.IN_STOCK, inStock);
        set(flags, Flag.IN_SEASON, inSeason);
        set(flags, Flag.GIFT, gift);
        return flags;
    }

    private static void set(Set<Flag> flags, Flag flag, @Nullable Boolean wanted) {
        if (Boolean.TRUE.equals(wanted)) {
            flags.add(flag);
        }
    }

    private static <T> List<T> present(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
