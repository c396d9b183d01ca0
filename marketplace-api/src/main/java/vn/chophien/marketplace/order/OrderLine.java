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
 * @param weightGrams what one piece weighs; of goods sold by weight, what its price is for
 * @param cancelled pieces given up before they left the house
 * @param shipped pieces that left the house
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
        boolean soldByWeight,
        @Nullable String pictureId,
        Money unitPrice,
        int quantity,
        int cancelled,
        int shipped) {

    public OrderLine {
        if (cancelled < 0 || shipped < 0 || cancelled + shipped > quantity) {
            throw new IllegalArgumentException(
                    "Of %d pieces %d cannot be cancelled and %d shipped".formatted(quantity, cancelled, shipped));
        }
    }

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
                variant.soldByWeight(),
                variant.pictureId(),
                variant.unitPrice(),
                quantity,
                0,
                0);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    /** Pieces still to be sent or given up. */
    public int open() {
        return quantity - cancelled - shipped;
    }

    /**
     * What so many pieces cost that weighed so much together: the price for the weight, rounded half up, and never more than ordered; what
     * is heavier is the shop's gift.
     */
    Money priceOf(int pieces, @Nullable Integer packedGrams) {
        var ordered = unitPrice.times(pieces);
        if (packedGrams == null) {
            return ordered;
        }
        var weighed = unitPrice.times(packedGrams).dividedHalfUp(weightGrams);
        return weighed.compareTo(ordered) < 0 ? weighed : ordered;
    }

    OrderLine cancel(int pieces) {
        return handled(cancelled + pieces, shipped);
    }

    OrderLine ship(int pieces) {
        return handled(cancelled, shipped + pieces);
    }

    public String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }

    public String label(Language language) {
        return language == Language.VI ? labelVi : labelEn;
    }

    private OrderLine handled(int cancelledNow, int shippedNow) {
        return new OrderLine(
                position,
                variant,
                listing,
                listingSlug,
                sku,
                nameVi,
                nameEn,
                labelVi,
                labelEn,
                vatClass,
                weightGrams,
                soldByWeight,
                pictureId,
                unitPrice,
                quantity,
                cancelledNow,
                shippedNow);
    }
}
