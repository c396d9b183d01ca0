package vn.chophien.marketplace.catalog;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

/**
 * A variant as it is sold at this moment, for carts and orders to copy.
 *
 * @param soldByWeight whether the price is for the weight, so that a piece that weighs less costs less
 * @param onSale whether both the variant and its listing are offered; says nothing about stock
 */
public record VariantSnapshot(
        VariantId id,
        ListingId listingId,
        SellerId sellerId,
        String sku,
        String listingSlug,
        String nameVi,
        String nameEn,
        String labelVi,
        String labelEn,
        Money unitPrice,
        int weightGrams,
        boolean soldByWeight,
        String vatClass,
        boolean onSale,
        @Nullable String pictureId) {

    public String name(Language language) {
        return switch (language) {
            case VI -> nameVi;
            case EN -> nameEn;
        };
    }

    public String label(Language language) {
        return switch (language) {
            case VI -> labelVi;
            case EN -> labelEn;
        };
    }
}
