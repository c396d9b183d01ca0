package vn.chophien.marketplace.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.PictureResponse;

/**
 * A line as buyer and shop see it.
 *
 * @param open pieces still to be sent or given up
 * @param due what is owed for the line after its reductions
 */
record OrderLineResource(
        int position,
        String sku,
        String listingSlug,
        String name,
        String label,
        long unitPrice,
        int quantity,
        long lineTotal,
        int cancelled,
        int shipped,
        int open,
        boolean soldByWeight,
        int weightGrams,
        long due,
        @Nullable PictureResponse picture) {

    static List<OrderLineResource> allOf(SellerOrder part, Language language) {
        return part.lines().stream().map(line -> from(part, line, language)).toList();
    }

    private static OrderLineResource from(SellerOrder part, OrderLine line, Language language) {
        return new OrderLineResource(
                line.position(),
                line.sku(),
                line.listingSlug(),
                line.name(language),
                line.label(language),
                line.unitPrice().minor(),
                line.quantity(),
                line.total().minor(),
                line.cancelled(),
                line.shipped(),
                line.open(),
                line.soldByWeight(),
                line.weightGrams(),
                part.due(line).minor(),
                PictureResponse.ofNullable(line.pictureId(), line.name(language)));
    }
}
