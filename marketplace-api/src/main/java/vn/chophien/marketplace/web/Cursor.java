package vn.chophien.marketplace.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ends, opaque to clients: the sort key of its last item. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String encode(String... parts) {
        for (var part : parts) {
            if (part.contains(SEPARATOR)) {
                throw new IllegalArgumentException("A part of a cursor cannot contain the unit separator");
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code invalid-cursor} when this is no cursor of ours */
    public static List<String> decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return List.of(text.split(SEPARATOR, -1));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    /** A cursor whose sort key is one number. */
    public static String encode(int number) {
        return encode(Integer.toString(number));
    }

    /** @throws ProblemException {@code invalid-cursor} when this is no cursor of one number */
    public static int number(String cursor) {
        try {
            return Integer.parseInt(decode(cursor).getFirst());
        } catch (NumberFormatException notOurs) {
            throw invalid();
        }
    }

    /** For a cursor that decodes but does not hold what the list expects. */
    public static ProblemException invalid() {
        return RequestProblem.of(RequestProblem.INVALID_CURSOR);
    }
}
