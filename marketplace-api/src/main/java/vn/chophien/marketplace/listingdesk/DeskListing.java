package vn.chophien.marketplace.listingdesk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.EditableListing;
import vn.chophien.marketplace.catalog.PictureResponse;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.inventory.StockLevel;

/** A listing on the shop's desk, in both languages, with the stock of each variant. */
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
        String unit,
        boolean onSale,
        String currency,
        List<Variant> variants,
        List<PictureResponse> pictures,
        Instant updatedAt) {
    private static final int LOW_BITS = 32;

    static DeskListing of(EditableListing listing, Map<VariantId, StockLevel> stock) {
        var variants = listing.variants().stream()
                .map(variant -> Variant.of(variant, stock.get(variant.id())))
                .toList();
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
                    variant.soldByWeight(),
                    stock == null ? 0 : stock.onHand(),
                    stock == null ? 0 : stock.reserved(),
                    stock == null ? 0 : stock.available());
        }
    }
}
