package vn.chophien.paymentsandbox;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Stripe's lists: newest first, with cursors, a creation range and filters by equal members. */
final class Listing {

    private static final Set<String> PAGING = Set.of("limit", "starting_after", "ending_before", "created", "expand");

    private Listing() {}

    static ObjectNode page(String url, List<ObjectNode> newestFirst, Params params, Set<String> filters) {
        var known = new java.util.HashSet<>(PAGING);
        known.addAll(filters);
        params.allowOnly(known);
        var limit = params.integer("limit", 10);
        if (limit < 1 || limit > 100) {
            throw StripeProblem.invalid(
                    "parameter_invalid_integer", "limit", "The limit must lie between 1 and 100, not " + limit + ".");
        }
        var matching = newestFirst.stream()
                .filter(createdIn(params))
                .filter(document -> filters.stream().allMatch(name -> matches(document, name, params.text(name))))
                .toList();
        var window = window(matching, params.text("starting_after"), params.text("ending_before"), (int) limit);
        var page = Json.object().put("object", "list");
        var data = page.putArray("data");
        window.items().forEach(data::add);
        return page.put("has_more", window.hasMore()).put("url", url);
    }

    private static boolean matches(ObjectNode document, String name, @Nullable String wanted) {
        return wanted == null || wanted.equals(Json.text(document, name));
    }

    private static Predicate<ObjectNode> createdIn(Params params) {
        var exact = params.text("created");
        var range = params.nested("created");
        var after = Math.max(range.integer("gt", -1) + 1, range.integer("gte", 0));
        var before = Math.min(range.integer("lt", Long.MAX_VALUE) - 1, range.integer("lte", Long.MAX_VALUE));
        return document -> {
            var created = document.get("created").asLong();
            return exact == null ? created >= after && created <= before : exact.equals(String.valueOf(created));
        };
    }

    private static Window window(
            List<ObjectNode> all, @Nullable String startingAfter, @Nullable String endingBefore, int limit) {
        if (endingBefore != null) {
            int end = indexOf(all, endingBefore, "ending_before");
            int start = Math.max(0, end - limit);
            return new Window(all.subList(start, end), start > 0);
        }
        int start = startingAfter == null ? 0 : indexOf(all, startingAfter, "starting_after") + 1;
        int end = Math.min(all.size(), start + limit);
        return new Window(all.subList(start, end), end < all.size());
    }

    private static int indexOf(List<ObjectNode> all, String id, String param) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get("id").asText().equals(id)) {
                return i;
            }
        }
        throw StripeProblem.invalid("resource_missing", param, "No such object: '%s'".formatted(id));
    }

    private record Window(List<ObjectNode> items, boolean hasMore) {}
}
