package vn.chophien.marketplace.payment.vietqr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** EMVCo's fields: two digits of id, two of length, then the value; a value may hold fields again. */
final class Fields {

    private static final int HEAD = 4;
    private static final int LONGEST = 99;

    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    static String field(String id, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Field %s holds %d characters at most, not %d".formatted(id, LONGEST, value.length()));
        }
        return id + "%02d".formatted(value.length()) + value;
    }

    /** @throws UnreadableCode when a length leads beyond the end, or an id comes twice */
    static Fields read(String text) {
        var values = new LinkedHashMap<String, String>();
        var at = 0;
        while (at < text.length()) {
            if (at + HEAD > text.length()) {
                throw new UnreadableCode("a field is cut off at character " + at);
            }
            var id = digits(text, at);
            var end = at + HEAD + Integer.parseInt(digits(text, at + 2));
            if (end > text.length()) {
                throw new UnreadableCode("field %s is longer than the rest of the text".formatted(id));
            }
            if (values.put(id, text.substring(at + HEAD, end)) != null) {
                throw new UnreadableCode("field %s comes twice".formatted(id));
            }
            at = end;
        }
        return new Fields(values);
    }

    Optional<String> find(String id) {
        return Optional.ofNullable(values.get(id));
    }

    String get(String id) {
        return find(id).orElseThrow(() -> new UnreadableCode("field %s is missing".formatted(id)));
    }

    private static String digits(String text, int at) {
        var two = text.substring(at, at + 2);
        if (!two.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw new UnreadableCode("'%s' at character %d are not two digits".formatted(two, at));
        }
        return two;
    }
}
