package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the words there have been on a day of a series, as clients see it; a withdrawal has no price. */
record RevisionResource(
        String publication,
        Instant publishedAt,
        Status status,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable String note,
        @Nullable String reason) {
    static RevisionResource from(Revision revision) {
        var price = revision.price();
        var range = price != null && price.isRange();
        return new RevisionResource(
                revision.publicationId().toString(),
                revision.publishedAt(),
                revision.status(),
                price == null ? null : price.middle(),
                price == null || !range ? null : price.min(),
                price == null || !range ? null : price.max(),
                revision.remark().note(),
                revision.remark().reason());
    }
}
