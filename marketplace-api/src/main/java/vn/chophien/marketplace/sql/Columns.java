package vn.chophien.marketplace.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns by type. Those that the schema declares NOT NULL are read as such; the others say so in their name. */
public final class Columns {
    private Columns() {}

    public static UUID uuid(Readable row, String column) {
        return required(row, column, UUID.class);
    }

    public static String text(Readable row, String column) {
        return required(row, column, String.class);
    }

    public static @Nullable String textOrNull(Readable row, String column) {
        return row.get(column, String.class);
    }

    /** Any integer column. */
    public static long number(Readable row, String column) {
        return required(row, column, Number.class).longValue();
    }

    public static int integer(Readable row, String column) {
        return Math.toIntExact(number(row, column));
    }

    public static @Nullable Integer integerOrNull(Readable row, String column) {
        var value = row.get(column, Number.class);
        return value == null ? null : Math.toIntExact(value.longValue());
    }

    public static boolean flag(Readable row, String column) {
        return required(row, column, Boolean.class);
    }

    /** A TIMESTAMPTZ column. */
    public static Instant instant(Readable row, String column) {
        return required(row, column, OffsetDateTime.class).toInstant();
    }

    /** A TIMESTAMPTZ column. */
    public static @Nullable Instant instantOrNull(Readable row, String column) {
        var value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A TEXT[] column. */
    public static List<String> texts(Readable row, String column) {
        return List.of(required(row, column, String[].class));
    }

    /** A SMALLINT[] column. */
    public static List<Integer> numbers(Readable row, String column) {
        return List.of(required(row, column, Short[].class)).stream()
                .map(Short::intValue)
                .toList();
    }

    public static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
