package vn.chophien.storefront.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listing as lists show it. */
public record ListingCard(
        String id,
        String sku,
        String slug,
        String name,
        long price,
        @Nullable Long maxPrice,
        String currency,
        @Nullable String unit,
        boolean inStock,
        @Nullable Integer stars,
        @Nullable BigDecimal ratingAvg,
        long ratingCount,
        @Nullable Picture picture,
        @Nullable ShopLink shop,
        @Nullable ProvinceLink province,
        boolean organic) {

    /** True when the variants differ in price, so that the shown one is the lowest. */
    public boolean priceVaries() {
        return maxPrice != null && maxPrice > price;
    }

    public record Picture(
            String id, List<Integer> widths, @Nullable String alt) {
        public Picture {
            widths = Wire.orEmpty(widths);
        }
    }

    public record ShopLink(String slug, String name) {}

    public record ProvinceLink(@Nullable String code, String name) {}
}
