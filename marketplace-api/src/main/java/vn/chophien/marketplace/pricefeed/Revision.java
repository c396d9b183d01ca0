package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.sql.Columns;

/**
 * One of the words there have been on a day of a series.
 *
 * @param price none for a withdrawal
 */
record Revision(
        UUID publicationId,
        Instant publishedAt,
        Status status,
        @Nullable Price price,
        Remark remark) {
    static Revision fromRow(Readable row) {
        return new Revision(
                Columns.uuid(row, "publication_id"),
                Columns.instant(row, "published_at"),
                Status.of(Columns.text(row, "status")),
                Observations.price(row, "low", "high"),
                Observations.remark(row));
    }
}
