package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer narrowed the search to. A filter that has a facet leaves that facet as it was, so that she can see what
 * else she could choose.
 *
 * @param flags what a listing has to be besides
 */
record SearchFilters(
        List<String> categories,
        List<String> provinces,
        List<Integer> stars,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        List<String> shops,
        List<String> certificates,
        Set<Flag> flags) {

    static final String GIFT = "qua-tet";

    static final SearchFilters NONE =
            new SearchFilters(List.of(), List.of(), List.of(), null, null, List.of(), List.of(), Set.of());

    enum Facet {
        CATEGORY,
        PROVINCE,
        STARS,
        PRICE,
        SHOP,
        CERTIFICATE,
        IN_SEASON
    }

    enum Flag {
        ORGANIC,
        IN_STOCK,
        IN_SEASON,
        GIFT
    }

    boolean isEmpty() {
        return flags.isEmpty()
                && minPrice == null
                && maxPrice == null
                && Stream.of(categories, provinces, stars, shops, certificates).allMatch(List::isEmpty);
    }

    /** Filters without a facet: they narrow everything. */
    List<Query> plain() {
        return flags.stream()
                .filter(flag -> flag != Flag.IN_SEASON)
                .map(flag -> switch (flag) {
                    case ORGANIC -> Clauses.term("organic", FieldValue.TRUE);
                    case IN_STOCK -> Clauses.term("in_stock", FieldValue.TRUE);
                    case GIFT, IN_SEASON -> Clauses.term("tags", FieldValue.of(GIFT));
                })
                .toList();
    }

    /** All filters that have a facet, or all but one's own. */
    List<Query> facetedExcept(@Nullable Facet own, LocalDate today) {
        return faceted(today).entrySet().stream()
                .filter(filter -> filter.getKey() != own)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Only a certificate that is valid today gives stars. */
    static Query certified(LocalDate today) {
        return Query.of(query -> query.range(
                range -> range.date(date -> date.field("ocop_valid_until").gte(today.toString()))));
    }

    static Query stars(List<Integer> stars, LocalDate today) {
        var levels = Clauses.terms("stars", stars.stream().map(String::valueOf).toList());
        return Clauses.allOf(List.of(levels, certified(today)));
    }

    static Query inSeason(LocalDate today) {
        return Clauses.term("harvest_months", FieldValue.of(today.getMonthValue()));
    }

    static Query price(@Nullable Long min, @Nullable Long max) {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field("min_price");
            if (min != null) {
                number.gte(min.doubleValue());
            }
            if (max != null) {
                number.lte(max.doubleValue());
            }
            return number;
        })));
    }

    private Map<Facet, Query> faceted(LocalDate today) {
        var queries = new EnumMap<Facet, Query>(Facet.class);
        put(queries, Facet.CATEGORY, "category_paths", categories);
        put(queries, Facet.PROVINCE, "province_code", provinces);
        put(queries, Facet.SHOP, "shop_slug", shops);
        put(queries, Facet.CERTIFICATE, "certificate_keys", certificates);
        if (!stars.isEmpty()) {
            queries.put(Facet.STARS, stars(stars, today));
        }
        if (minPrice != null || maxPrice != null) {
            queries.put(Facet.PRICE, price(minPrice, maxPrice));
        }
        if (flags.contains(Flag.IN_SEASON)) {
            queries.put(Facet.IN_SEASON, inSeason(today));
        }
        return queries;
    }

    private static void put(Map<Facet, Query> queries, Facet facet, String field, List<String> values) {
        if (!values.isEmpty()) {
            queries.put(facet, Clauses.terms(field, values));
        }
    }
}
