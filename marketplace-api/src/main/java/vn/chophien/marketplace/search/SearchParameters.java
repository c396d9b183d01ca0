package vn.chophien.marketplace.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
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

    SearchFilters filters() {
        check("min_price", minPrice);
        check("max_price", maxPrice);
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
        if (price != null && price > MOST_PRICE) {
            throw RequestProblem.invalid(new FieldProblem(name, "too-large", Map.of("max", MOST_PRICE)));
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
