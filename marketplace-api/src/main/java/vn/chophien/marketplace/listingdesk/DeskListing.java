package vn.chophien.marketplace.listingdesk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.CommodityRelation;
import vn.chophien.marketplace.catalog.CommodityRules;
import vn.chophien.marketplace.catalog.EditableListing;
import vn.chophien.marketplace.catalog.PackWeight;
import vn.chophien.marketplace.catalog.PictureResponse;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.inventory.StockLevel;

/**
 * A listing on the shop's desk, in both languages, with the stock of each variant.
 *
 * @param commodity the code on the price board of what this is, or is made of
 * @param provinceCode where the goods are from
 */
record DeskListing(
        UUID id,
        String sku,
        String slug,
        @JsonIgnore long tag,
        String nameVi,
        String nameEn,
        String descriptionVi,
        String descriptionEn,
        String category,
        @Nullable String commodity,
        @Nullable CommodityRelation commodityRelation,
        String provinceCode,
        String unit,
        boolean onSale,
        String currency,
        List<Variant> variants,
        List<PictureResponse> pictures,
        Instant updatedAt) {
    private static final int LOW_BITS = 32;

    static DeskListing of(EditableListing listing, Map<VariantId, StockLevel> stock, CommodityRules rules) {
        var variants = listing.variants().stream()
                .map(variant -> Variant.of(variant, stock.get(variant.id())))
                .toList();
        var match = rules.commodity(listing.categoryPath(), listing.nameVi()).orElse(null);
        return new DeskListing(
                listing.id().value(),
                listing.sku(),
                listing.slug(),
                tag(listing.version(), variants),
                listing.nameVi(),
                listing.nameEn(),
                listing.descriptionVi(),
                listing.descriptionEn(),
                listing.categoryPath(),
                match == null ? null : match.commodityCode(),
                match == null ? null : match.relation(),
                listing.provinceCode(),
                listing.unit(),
                listing.onSale(),
                listing.currency(),
                variants,
                listing.pictures(),
                listing.updatedAt());
    }

    /**
     * Stands for all that can be edited here: the listing's version and the goods on hand. What orders reserve changes all
     * the time and does not count.
     */
    private static long tag(long version, List<Variant> variants) {
        var onHand = ByteBuffer.allocate(variants.size() * Integer.BYTES);
        variants.forEach(variant -> onHand.putInt(variant.onHand()));
        var checksum = new CRC32();
        checksum.update(onHand.array());
        return version << LOW_BITS | checksum.getValue();
    }

    record Variant(
            UUID id,
            String sku,
            String labelVi,
            String labelEn,
            long price,
            int weightGrams,
            @Nullable Long pricePerKg,
            boolean soldByWeight,
            int onHand,
            int reserved,
            int available) {
        static Variant of(EditableListing.Variant variant, @Nullable StockLevel stock) {
            return new Variant(
                    variant.id().value(),
                    variant.sku(),
                    variant.labelVi(),
                    variant.labelEn(),
                    variant.price(),
                    variant.weightGrams(),
                    PackWeight.stated(variant.labelVi(), variant.weightGrams())
                            .map(weight -> weight.pricePerKilogram(variant.price()))
                            .orElse(null),
                    variant.soldByWeight(),
                    stock == null ? 0 : stock.onHand(),
                    stock == null ? 0 : stock.reserved(),
                    stock == null ? 0 : stock.available());
        }
    }
}
