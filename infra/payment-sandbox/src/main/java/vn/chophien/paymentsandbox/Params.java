package vn.chophien.paymentsandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Form parameters in Stripe's bracket notation: {@code metadata[order]=DH1&expand[0]=latest_charge}. */
final class Params {

    private final SequencedMap<String, Object> members;
    private final String prefix;

    private Params(SequencedMap<String, Object> members, String prefix) {
        this.members = members;
        this.prefix = prefix;
    }

    static Params none() {
        return new Params(new LinkedHashMap<>(), "");
    }

    static Params parse(String form) {
        var root = new LinkedHashMap<String, Object>();
        for (String pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, path(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Params(root, "");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }

    private static List<String> path(String name) {
        var path = new ArrayList<String>();
        int bracket = name.indexOf('[');
        path.add(bracket < 0 ? name : name.substring(0, bracket));
        while (bracket >= 0) {
            int end = name.indexOf(']', bracket);
            if (end < 0) {
                break;
            }
            path.add(name.substring(bracket + 1, end));
            bracket = name.indexOf('[', end);
        }
        return path;
    }

    @SuppressWarnings("unchecked") // every map below the root was made here
    private static void put(Map<String, Object> into, List<String> path, String value) {
        var key = path.getFirst().isEmpty() ? String.valueOf(into.size()) : path.getFirst();
        if (path.size() == 1) {
            into.put(key, value);
            return;
        }
        var child = into.get(key) instanceof Map<?, ?> map
                ? (Map<String, Object>) map
                : new LinkedHashMap<String, Object>();
        into.put(key, child);
        put(child, path.subList(1, path.size()), value);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Refuses what the endpoint does not know, as Stripe does, so that a misspelt parameter is not silently lost. */
    void allowOnly(Set<String> known) {
        for (var name : members.keySet()) {
            if (!known.contains(name)) {
                throw StripeProblem.invalid(
                        "parameter_unknown", prefixed(name), "Received unknown parameter: " + prefixed(name));
            }
        }
    }

    @Nullable
    String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    String text(String name, String otherwise) {
        var text = text(name);
        return text == null ? otherwise : text;
    }

    String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isEmpty()) {
            throw StripeProblem.invalid(
                    "parameter_missing", prefixed(name), "Missing required param: " + prefixed(name) + ".");
        }
        return text;
    }

    long requiredInteger(String name) {
        return toInteger(name, requiredText(name));
    }

    long integer(String name, long otherwise) {
        var text = text(name);
        return text == null ? otherwise : toInteger(name, text);
    }

    long positive(String name) {
        return positive(name, requiredInteger(name));
    }

    /** An amount that may be left away but not be nothing. */
    long positive(String name, long otherwise) {
        var amount = integer(name, otherwise);
        if (amount < 1) {
            throw StripeProblem.invalid(
                    "parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
        }
        return amount;
    }

    private long toInteger(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw StripeProblem.invalid("parameter_invalid_integer", prefixed(name), "Invalid integer: " + text);
        }
    }

    boolean flag(String name) {
        var text = text(name);
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false", "" -> false;
            default -> throw StripeProblem.invalid(null, prefixed(name), "Invalid boolean: " + text);
        };
    }

    String choice(String name, Set<String> allowed, String otherwise) {
        var text = text(name, otherwise);
        if (!allowed.contains(text)) {
            throw StripeProblem.invalid(
                    null,
                    prefixed(name),
                    "Invalid %s: must be one of %s"
                            .formatted(prefixed(name), String.join(", ", new java.util.TreeSet<>(allowed))));
        }
        return text;
    }

    @SuppressWarnings("unchecked") // see put
    Params nested(String name) {
        return members.get(name) instanceof Map<?, ?> map
                ? new Params((SequencedMap<String, Object>) map, prefixed(name))
                : new Params(new LinkedHashMap<>(), prefixed(name));
    }

    List<String> list(String name) {
        return nested(name).members.values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Writes {@code metadata[…]} over the given object; an empty value removes its key. */
    void mergeInto(ObjectNode object) {
        members.forEach((name, value) -> {
            if (value instanceof String text && text.isEmpty()) {
                object.remove(name);
            } else if (value instanceof String text) {
                object.put(name, text);
            }
        });
    }

    /** Equal for equal parameters, whatever their order. */
    String fingerprint() {
        return sorted(members).toString();
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, value) ->
                sorted.put((String) name, value instanceof Map<?, ?> child ? sorted(child) : value));
        return sorted;
    }

    private String prefixed(String name) {
        return prefix.isEmpty() ? name : prefix + "[" + name + "]";
    }
}
