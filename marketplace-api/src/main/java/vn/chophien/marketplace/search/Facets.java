package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.search.SearchFilters.Facet;

/** How the results divide, each facet under all filters but its own. */
record Facets(
        List<Choice> category,
        List<Choice> province,
        List<Choice> stars,
        List<PriceBand> price,
        List<Choice> shop,
        List<Choice> certificate,
        long inSeason) {

    record Choice(String value, String name, long count) {}

    /** Prices from {@code min} to {@code max}, both included, as the filters of these names have it. */
    record PriceBand(@Nullable Long min, @Nullable Long max, long count) {}

    /** The shops with most results; the others are reached by their name. */
    private static final int MOST_SHOPS = 12;

    private static final String WITHIN = "within";
    private static final String CERTIFIED = "certified";
    private static final List<Long> BAND_LIMITS = List.of(50_000L, 100_000L, 200_000L, 500_000L, 1_000_000L);

    static Map<String, Aggregation> aggregations(SearchFilters filters, Language language, LocalDate today) {
        var aggregations = new LinkedHashMap<String, Aggregation>();
        aggregations.put(
                "category", under(filters, Facet.CATEGORY, today, terms("category_facet_" + language.tag(), 200)));
        aggregations.put(
                "province", under(filters, Facet.PROVINCE, today, terms("province_facet_" + language.tag(), 40)));
        aggregations.put(
                "stars",
                under(
                        filters,
                        Facet.STARS,
                        today,
                        narrowed(SearchFilters.certified(today), CERTIFIED, terms("stars", 5))));
        aggregations.put("price", under(filters, Facet.PRICE, today, priceBands()));
        aggregations.put("shop", under(filters, Facet.SHOP, today, terms("shop_facet_" + language.tag(), MOST_SHOPS)));
        aggregations.put("certificate", under(filters, Facet.CERTIFICATE, today, terms("certificate_keys", 12)));
        aggregations.put(
                "in_season",
                under(
                        filters,
                        Facet.IN_SEASON,
                        today,
                        Aggregation.of(now -> now.filter(SearchFilters.inSeason(today)))));
        return aggregations;
    }

    static Facets from(Map<String, Aggregate> aggregates) {
        return new Facets(
                labels(inner(aggregates, "category")),
                labels(inner(aggregates, "province")),
                stars(narrowed(inner(aggregates, "stars"), CERTIFIED)),
                bands(inner(aggregates, "price")),
                labels(inner(aggregates, "shop")),
                plain(inner(aggregates, "certificate")),
                inner(aggregates, "in_season").filter().docCount());
    }

    /** The index knows certificates by their keys only. */
    Facets withCertificatesNamed(UnaryOperator<String> name) {
        var named = certificate.stream()
                .map(choice -> new Choice(choice.value(), name.apply(choice.value()), choice.count()))
                .toList();
        return new Facets(category, province, stars, price, shop, named, inSeason);
    }

    /** Buckets whose key is {@code value|name}. */
    static List<Choice> labels(Aggregate terms) {
        return terms.sterms().buckets().array().stream()
                .map(bucket -> {
                    var label = bucket.key().stringValue();
                    int separator = label.indexOf(ListingDocument.FACET_SEPARATOR);
                    return new Choice(label.substring(0, separator), label.substring(separator + 1), bucket.docCount());
                })
                .toList();
    }

    static Aggregation terms(String field, int size) {
        return Aggregation.of(
                aggregation -> aggregation.terms(terms -> terms.field(field).size(size)));
    }

    private static Aggregation narrowed(Query query, String name, Aggregation aggregation) {
        return Aggregation.of(filtered -> filtered.filter(query).aggregations(name, aggregation));
    }

    private static Aggregate narrowed(Aggregate filtered, String name) {
        return Objects.requireNonNull(filtered.filter().aggregations().get(name));
    }

    /** Without other filters the facet counts what was found anyway: a filter around it would find it all once more. */
    private static Aggregation under(SearchFilters filters, Facet own, LocalDate today, Aggregation aggregation) {
        var others = filters.facetedExcept(own, today);
        return others.isEmpty()
                ? aggregation
                : narrowed(Query.of(query -> query.bool(bool -> bool.filter(others))), WITHIN, aggregation);
    }

    private static Aggregation priceBands() {
        var ranges = new ArrayList<AggregationRange>();
        for (int band = 0; band <= BAND_LIMITS.size(); band++) {
            var from = band == 0 ? null : BAND_LIMITS.get(band - 1);
            var to = band == BAND_LIMITS.size() ? null : BAND_LIMITS.get(band);
            ranges.add(AggregationRange.of(range -> {
                if (from != null) {
                    range.from(from.doubleValue());
                }
                if (to != null) {
                    range.to(to.doubleValue());
                }
                return range;
            }));
        }
        return Aggregation.of(aggregation ->
                aggregation.range(range -> range.field("min_price").ranges(ranges)));
    }

    private static List<Choice> plain(Aggregate terms) {
        return terms.sterms().buckets().array().stream()
                .map(bucket ->
                        new Choice(bucket.key().stringValue(), bucket.key().stringValue(), bucket.docCount()))
                .toList();
    }

    private static Aggregate inner(Map<String, Aggregate> aggregates, String name) {
        var found = Objects.requireNonNull(aggregates.get(name), name);
        return found.isFilter() && found.filter().aggregations().containsKey(WITHIN) ? narrowed(found, WITHIN) : found;
    }

    private static List<Choice> stars(Aggregate terms) {
        return terms.lterms().buckets().array().stream()
                .map(bucket -> new Choice(Long.toString(bucket.key()), Long.toString(bucket.key()), bucket.docCount()))
                .sorted((one, other) -> other.value().compareTo(one.value()))
                .toList();
    }

    private static List<PriceBand> bands(Aggregate range) {
        return range.range().buckets().array().stream()
                .filter(bucket -> bucket.docCount() > 0)
                .map(bucket -> new PriceBand(whole(bucket.from()), before(bucket.to()), bucket.docCount()))
                .toList();
    }

    private static @Nullable Long whole(@Nullable Double limit) {
        return limit == null ? null : limit.longValue();
    }

    /** The index counts up to but not including the limit, and prices are whole numbers. */
    private static @Nullable Long before(@Nullable Double limit) {
        return limit == null ? null : limit.longValue() - 1;
    }
}
