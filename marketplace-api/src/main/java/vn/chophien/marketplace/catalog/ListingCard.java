package vn.chophien.marketplace.catalog;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing in a list, in one language.
 *
 * @param price of the cheapest variant for sale, in the minor unit of the currency
 * @param stars only while the OCOP certificate is valid on today's date in Vietnam
 */
public record ListingCard(
        UUID id,
        String sku,
        String slug,
        String name,
        long price,
        long maxPrice,
        String currency,
        String unit,
        boolean inStock,
        @Nullable Integer stars,
        @Nullable BigDecimal ratingAvg,
        int ratingCount,
        @Nullable PictureResponse picture,
        ShopName shop,
        ProvinceName province,
        boolean organic) {

    public record ShopName(String slug, String name) {}

    public record ProvinceName(String code, String name) {}
}
