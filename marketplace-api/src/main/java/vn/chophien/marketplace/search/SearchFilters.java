package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer narrowed the search to. A filter that has a facet leaves that facet as it was, so that she can see what
 * else she could choose.
 */
record SearchFilters(
        List<String> categories,
        List<String> provinces,
        List<Integer> stars,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable String shop,
        boolean organic,
        boolean inStock) {

    enum Facet {
        CATEGORY,
        PROVINCE,
        STARS,
        PRICE
    }

    /** Filters without a facet: they narrow everything. */
    List<Query> plain() {
        var queries = new ArrayList<Query>();
        if (shop != null) {
            queries.add(term("shop_slug", FieldValue.of(shop)));
        }
        if (organic) {
            queries.add(term("organic", FieldValue.TRUE));
        }
        if (inStock) {
            queries.add(term("in_stock", FieldValue.TRUE));
        }
        return queries;
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

    private Map<Facet, Query> faceted(LocalDate today) {
        var queries = new EnumMap<Facet, Query>(Facet.class);
        if (!categories.isEmpty()) {
            queries.put(
                    Facet.CATEGORY,
                    anyOf(
                            "category_paths",
                            categories.stream().map(FieldValue::of).toList()));
        }
        if (!provinces.isEmpty()) {
            queries.put(
                    Facet.PROVINCE,
                    anyOf(
                            "province_code",
                            provinces.stream().map(FieldValue::of).toList()));
        }
        if (!stars.isEmpty()) {
            var levels = anyOf(
                    "stars",
                    stars.stream().map(star -> FieldValue.of(star.longValue())).toList());
            queries.put(Facet.STARS, Query.of(query -> query.bool(bool -> bool.filter(levels, certified(today)))));
        }
        if (minPrice != null || maxPrice != null) {
            queries.put(Facet.PRICE, price());
        }
        return queries;
    }

    private Query price() {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field("min_price");
            if (minPrice != null) {
                number.gte(minPrice.doubleValue());
            }
            if (maxPrice != null) {
                number.lte(maxPrice.doubleValue());
            }
            return number;
        })));
    }

    private static Query term(String field, FieldValue value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query anyOf(String field, Collection<FieldValue> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(List.copyOf(values)))));
    }
}
