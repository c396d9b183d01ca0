package vn.chophien.marketplace.cart;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.PictureResponse;

/** A cart as the API shows it. */
public record CartResource(String id, String currency, int itemCount, long subtotal, List<ShopPart> shops) {

    static CartResource from(PricedCart cart, Language language) {
        return new CartResource(
                cart.id().toString(),
                cart.subtotal().currencyCode(),
                cart.itemCount(),
                cart.subtotal().minor(),
                cart.shops().stream().map(shop -> ShopPart.from(shop, language)).toList());
    }

    public record ShopPart(ShopName shop, long subtotal, List<Line> lines) {

        public static ShopPart from(PricedShop shop, Language language) {
            return new ShopPart(
                    new ShopName(shop.seller().slug(), shop.seller().name(language)),
                    shop.subtotal().minor(),
                    shop.lines().stream().map(line -> Line.from(line, language)).toList());
        }
    }

    public record ShopName(String slug, String name) {}

    public record Line(
            UUID variantId,
            String listingSlug,
            String name,
            String label,
            @Nullable PictureResponse picture,
            long unitPrice,
            int quantity,
            long lineTotal,
            int available,
            @Nullable String problem) {

        static Line from(PricedLine line, Language language) {
            var variant = line.variant();
            return new Line(
                    variant.id().value(),
                    variant.listingSlug(),
                    variant.name(language),
                    variant.label(language),
                    PictureResponse.ofNullable(variant.pictureId(), variant.name(language)),
                    variant.unitPrice().minor(),
                    line.quantity(),
                    line.total().minor(),
                    line.available(),
                    line.problem().map(LineProblem::code).orElse(null));
        }
    }
}
