package vn.chophien.marketplace.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list that begins with the newest ended.
 *
 * @param at when its last item came to be
 * @param id of that item, as several may have come at once
 */
public record ListPosition(Instant at, UUID id) {
    /** Before all that there is, and will be for long. */
    public static final ListPosition START = new ListPosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /**
     * @param cursor of the page before; null for the first page
     * @throws ProblemException {@code invalid-cursor} for anything else
     */
    public static ListPosition after(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        var parts = Cursor.decode(cursor);
        if (parts.size() != 2) {
            throw Cursor.invalid();
        }
        try {
            return new ListPosition(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    public String cursor() {
        return Cursor.encode(at.toString(), id.toString());
    }
}
