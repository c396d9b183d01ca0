package vn.chophien.storefront.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody looks for: the words, the category and the filters, as they stand in the page's address. Unknown parameters
 * and unusable values are dropped, so every address shows something.
 *
 * @param category path, empty for all; it is part of the page's path, not of its query
 * @param filters in the API's names; {@code province}, {@code stars}, {@code shop} and {@code certificate} may have several values
 * @param cursor where the page of results starts, empty for the first
 */
public record SearchQuery(String words, String category, Map<String, List<String>> filters, String cursor) {

    public static final String RELEVANCE = "relevance";
    public static final List<String> SORTS = List.of(RELEVANCE, "price_asc", "price_desc", "newest", "rating");

    private static final int MAX_WORDS = 200;
    private static final int MAX_VALUES = 40;
    private static final Set<String> FLAGS = Set.of("organic", "in_stock", "in_season", "gift");
    private static final Set<String> AMOUNTS = Set.of("min_price", "max_price");

    static SearchQuery of(String category, MultiValueMap<String, String> parameters) {
        var filters = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            var usable = values.stream()
                    .map(String::strip)
                    .filter(value -> isUsable(name, value))
                    .distinct()
                    .limit(MAX_VALUES)
                    .toList();
            if (!usable.isEmpty()) {
                filters.put(name, usable);
            }
        });
        turnPrices(filters);
        var words = Optional.ofNullable(parameters.getFirst("q")).orElse("").strip();
        var cursor = Optional.ofNullable(parameters.getFirst("cursor")).orElse("");
        return new SearchQuery(words.substring(0, Math.min(words.length(), MAX_WORDS)), category, filters, cursor);
    }

    /** Whoever mixed up the two fields of the form meant what lies between them. */
    private static void turnPrices(Map<String, List<String>> filters) {
        var min = filters.get("min_price");
        var max = filters.get("max_price");
        if (min != null && max != null && Long.parseLong(min.getFirst()) > Long.parseLong(max.getFirst())) {
            filters.put("min_price", max);
            filters.put("max_price", min);
        }
    }

    /** What is left of this query without what the API refuses. */
    SearchQuery withoutRefused(Collection<String> names, boolean cursorToo) {
        var rest = new LinkedHashMap<>(filters);
        rest.keySet().removeAll(names);
        return new SearchQuery(words, category, rest, cursorToo ? "" : cursor);
    }

    private static boolean isUsable(String name, String value) {
        return switch (name) {
            case "province" -> value.matches("\\d{2}");
            case "stars" -> value.matches("[345]");
            case "shop" -> value.matches("[a-z0-9-]{1,80}");
            case "certificate" -> SearchView.isCertificate(value);
            case "sort" -> SORTS.contains(value) && !value.equals(RELEVANCE);
            default ->
                (FLAGS.contains(name) && value.equals("true"))
                        || (AMOUNTS.contains(name) && value.matches("\\d{1,12}"));
        };
    }

    /** The API's parameters for this query. */
    MultiValueMap<String, String> parameters(int pageSize) {
        var parameters = new LinkedMultiValueMap<String, String>();
        filters.forEach(parameters::addAll);
        addIfAny(parameters, "q", words);
        addIfAny(parameters, "category", category);
        addIfAny(parameters, "cursor", cursor);
        parameters.add("page_size", String.valueOf(pageSize));
        return parameters;
    }

    private static void addIfAny(MultiValueMap<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name, value);
        }
    }

    public boolean has(String filter, String value) {
        return filters.getOrDefault(filter, List.of()).contains(value);
    }

    /** The single value of a filter, empty for none. */
    public String value(String filter) {
        return filters.getOrDefault(filter, List.of("")).getFirst();
    }

    public String sort() {
        return filters.getOrDefault("sort", List.of(RELEVANCE)).getFirst();
    }

    /** True when something narrows the results besides the words and the category. */
    public boolean isFiltered() {
        return filters.keySet().stream().anyMatch(name -> !name.equals("sort"));
    }

    public SearchQuery without(String filter, String value) {
        var rest = new LinkedHashMap<>(filters);
        var values = new ArrayList<>(rest.getOrDefault(filter, List.of()));
        values.remove(value);
        if (values.isEmpty()) {
            rest.remove(filter);
        } else {
            rest.put(filter, values);
        }
        return new SearchQuery(words, category, rest, "");
    }

    public SearchQuery withoutFilters() {
        return new SearchQuery(words, category, Map.of(), "");
    }

    public SearchQuery in(String otherCategory) {
        return new SearchQuery(words, otherCategory, filters, "");
    }

    public SearchQuery withWords(String otherWords) {
        return new SearchQuery(otherWords, category, filters, "");
    }

    public SearchQuery at(String otherCursor) {
        return new SearchQuery(words, category, filters, otherCursor);
    }

    /** Where the filter form sends: the page without its query. */
    public String action() {
        return category.isEmpty() ? "/search" : "/c/" + category;
    }

    /** The page's address, without the language part. */
    public String path() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!words.isEmpty()) {
            query.add("q=" + encoded(words));
        }
        filters.forEach((name, values) -> values.forEach(value -> query.add(name + "=" + encoded(value))));
        if (!cursor.isEmpty()) {
            query.add("cursor=" + encoded(cursor));
        }
        return action() + query;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
