package vn.chophien.marketplace.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import vn.chophien.marketplace.search.SearchFilters.Flag;

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

    SearchFilters filters() {
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
