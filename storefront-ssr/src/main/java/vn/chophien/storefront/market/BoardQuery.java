package vn.chophien.storefront.market;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What a reader looks for on the board, as the address of the page says it. */
public record BoardQuery(Map<String, String> fields) {
    static final String AS_OF = "as_of";
    private static final String CURSOR = "cursor";
    private static final List<String> SELECTING = List.of("q", "commodity", "province", "stage");
    private static final String PATH = "/market-prices";

    static BoardQuery of(MultiValueMap<String, String> parameters) {
        return new BoardQuery(parameters.toSingleValueMap().entrySet().stream()
                .filter(entry -> SELECTING.contains(entry.getKey())
                        || entry.getKey().equals(CURSOR)
                        || entry.getKey().equals(AS_OF))
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip())));
    }

    /** The part that narrows the board down, for the API. */
    MultiValueMap<String, String> selection() {
        var selection = new LinkedMultiValueMap<String, String>();
        SELECTING.stream().filter(fields::containsKey).forEach(name -> selection.add(name, fields.get(name)));
        return selection;
    }

    @Nullable
    String cursor() {
        return fields.get(CURSOR);
    }

    /** The value of a field; empty where it is not asked for. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean isNarrowed() {
        return SELECTING.stream().anyMatch(fields::containsKey);
    }

    public boolean isFirst() {
        return !fields.containsKey(CURSOR);
    }

    /** The address of the page that begins after the cursor; of the first page for null. */
    public String path(@Nullable String cursor) {
        var uri = narrowed(PATH);
        if (fields.containsKey(AS_OF)) {
            uri.queryParam(AS_OF, "{as_of}");
        }
        if (cursor != null) {
            uri.queryParam(CURSOR, cursor);
        }
        return uri.encode().buildAndExpand(fields).toUriString();
    }

    /** The address of a file with all that fits. */
    public String file(String name) {
        return narrowed(PATH + "/" + name).encode().buildAndExpand(fields).toUriString();
    }

    private UriComponentsBuilder narrowed(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        SELECTING.stream().filter(fields::containsKey).forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri;
    }
}
