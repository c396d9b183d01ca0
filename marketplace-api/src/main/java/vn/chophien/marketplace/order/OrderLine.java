package vn.chophien.marketplace.order;

import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.money.Money;

/**
 * Goods of one variant at the price and under the name the buyer saw.
 *
 * @param position among the lines of its seller order, from one
 */
public record OrderLine(
        int position,
        VariantId variant,
        ListingId listing,
        String listingSlug,
        String sku,
        String nameVi,
        String nameEn,
        String labelVi,
        String labelEn,
        String vatClass,
        int weightGrams,
        @Nullable String pictureId,
        Money unitPrice,
        int quantity) {

    static OrderLine of(int position, VariantSnapshot variant, int quantity) {
        return new OrderLine(
                position,
                variant.id(),
                variant.listingId(),
                variant.listingSlug(),
                variant.sku(),
                variant.nameVi(),
                variant.nameEn(),
                variant.labelVi(),
                variant.labelEn(),
                variant.vatClass(),
                variant.weightGrams(),
                variant.pictureId(),
                variant.unitPrice(),
                quantity);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }

    String label(Language language) {
        return language == Language.VI ? labelVi : labelEn;
    }
}
