package vn.chophien.marketplace.pricefeed.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publications;
import vn.chophien.marketplace.pricefeed.Status;

/** What a publication said about a day of a series; a withdrawal has no price. */
record ChangeResource(
        String series,
        LocalDate date,
        Status status,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable BigDecimal before,
        @Nullable String note,
        @Nullable String source,
        @Nullable String sourceUrl,
        @Nullable String reason) {
    static ChangeResource of(Publications.Change change, Map<Integer, PriceSeries> known) {
        var price = change.price();
        var range = price != null && price.isRange();
        return new ChangeResource(
                Objects.requireNonNull(known.get(change.seriesId())).code().value(),
                change.validOn(),
                change.status(),
                middle(price),
                price == null || !range ? null : price.min(),
                price == null || !range ? null : price.max(),
                middle(change.before()),
                change.remark().note(),
                change.remark().source(),
                change.remark().sourceUrl(),
                change.remark().reason());
    }

    private static @Nullable BigDecimal middle(@Nullable Price price) {
        return price == null ? null : price.middle();
    }
}
