package vn.chophien.marketplace.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.web.Cursor;

/** Where a page of orders ended. */
record Position(Instant placedAt, UUID id) {

    /** Before every order there will be. */
    static final Position START = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static Position of(Order order) {
        return new Position(order.placedAt(), order.id().value());
    }

    static @Nullable Position ofNullable(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = Cursor.decode(cursor);
        if (parts.size() != 2) {
            throw Cursor.invalid();
        }
        try {
            return new Position(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    String cursor() {
        return Cursor.encode(placedAt.toString(), id.toString());
    }
}
