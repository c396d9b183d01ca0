package vn.chophien.marketplace.sql;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that may be NULL, bound with their type. */
public final class Binds {
    private Binds() {}

    public static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    public static Parameter integer(@Nullable Integer value) {
        return Parameters.in(R2dbcType.INTEGER, value);
    }

    /** For a BIGINT column. */
    public static Parameter number(@Nullable Long value) {
        return Parameters.in(R2dbcType.BIGINT, value);
    }

    /** For a NUMERIC column. */
    public static Parameter decimal(@Nullable BigDecimal value) {
        return Parameters.in(R2dbcType.NUMERIC, value);
    }

    public static Parameter flag(@Nullable Boolean value) {
        return Parameters.in(R2dbcType.BOOLEAN, value);
    }

    /** For a TIMESTAMPTZ column. */
    public static Parameter instant(@Nullable Instant value) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, value);
    }

    public static Parameter uuid(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }
}
