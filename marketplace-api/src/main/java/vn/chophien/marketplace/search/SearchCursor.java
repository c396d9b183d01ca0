package vn.chophien.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import vn.chophien.marketplace.search.ListingQuery.Scope;
import vn.chophien.marketplace.search.ListingSearch.How;
import vn.chophien.marketplace.web.Cursor;

/** Where a page of results ended: the sort values of its last hit, and the reading that was shown. */
record SearchCursor(How how, Scope scope, List<FieldValue> after) {

    /** Before the sort values. */
    private static final int OWN_PARTS = 3;

    String encode(SearchQuestion question) {
        var parts = new ArrayList<String>();
        parts.add(digest(question));
        parts.add(how.name());
        parts.add(scope.name());
        for (var value : after) {
            parts.add(
                    switch (value._kind()) {
                        case Long -> "l" + value.longValue();
                        case Double -> "d" + value.doubleValue();
                        case String -> "s" + value.stringValue();
                        default -> "n";
                    });
        }
        return Cursor.encode(parts.toArray(String[]::new));
    }

    /** A cursor of another search is refused, in other words, under other filters or in another order: its values would mean something else. */
    static SearchCursor decode(String cursor, SearchQuestion question) {
        var parts = Cursor.decode(cursor);
        int values = question.sort().options(question.hasWords()).size();
        if (parts.size() != values + OWN_PARTS || !parts.getFirst().equals(digest(question))) {
            throw Cursor.invalid();
        }
        try {
            return new SearchCursor(
                    How.valueOf(parts.get(1)),
                    Scope.valueOf(parts.get(2)),
                    parts.stream().skip(OWN_PARTS).map(SearchCursor::value).toList());
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static String digest(SearchQuestion question) {
        var digest = new CRC32();
        var asked = List.of(question.words(), question.filters(), question.sort());
        digest.update(asked.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(digest.getValue());
    }

    private static FieldValue value(String part) {
        var text = part.substring(1);
        return switch (part.charAt(0)) {
            case 'l' -> FieldValue.of(Long.parseLong(text));
            case 'd' -> FieldValue.of(Double.parseDouble(text));
            case 's' -> FieldValue.of(text);
            case 'n' -> FieldValue.NULL;
            default -> throw new IllegalArgumentException(part);
        };
    }
}
