package vn.chophien.marketplace.aftersales;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.web.Cursor;

/** Where a page of returns ended. */
record ReturnPosition(Instant requestedAt, UUID id) {

    private static final ReturnPosition START =
            new ReturnPosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static ReturnPosition of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        var parts = Cursor.decode(cursor);
        if (parts.size() != 2) {
            throw Cursor.invalid();
        }
        try {
            return new ReturnPosition(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    static String after(Return last) {
        return Cursor.encode(last.requestedAt().toString(), last.id().toString());
    }
}
