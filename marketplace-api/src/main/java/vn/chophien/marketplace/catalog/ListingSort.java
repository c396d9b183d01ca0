package vn.chophien.marketplace.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.chophien.marketplace.web.Cursor;

/** The orders in which listings are paged, each by a key and then the id. */
enum ListingSort {
    NEWEST("l.created_at", "<", "DESC"),
    PRICE_ASC("l.min_price", ">", "ASC"),
    PRICE_DESC("l.min_price", "<", "DESC");

    private final String key;
    private final String after;
    private final String direction;

    ListingSort(String key, String after, String direction) {
        this.key = key;
        this.after = after;
        this.direction = direction;
    }

    /** The key as the text that a cursor carries. */
    String keyAsText() {
        return switch (this) {
            case NEWEST -> "to_char(l.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
            case PRICE_ASC, PRICE_DESC -> "l.min_price::text";
        };
    }

    /** The value to compare the key with. */
    Object keyFromText(String text) {
        try {
            return switch (this) {
                case NEWEST -> Instant.parse(text).atOffset(ZoneOffset.UTC);
                case PRICE_ASC, PRICE_DESC -> Long.valueOf(text);
            };
        } catch (DateTimeException | NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    String afterCursor() {
        return "(%s, l.id) %s (:key, :id)".formatted(key, after);
    }

    String orderBy() {
        return "%1$s %2$s, l.id %2$s".formatted(key, direction);
    }

    static Optional<ListingSort> of(String name) {
        return Arrays.stream(values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
