package vn.chophien.marketplace.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.ListingCard;
import vn.chophien.marketplace.catalog.PictureResponse;

/** What a buyer may mean while she types. */
record Suggestions(List<Product> products, List<Category> categories, List<Shop> shops, List<Place> places) {

    static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), List.of());

    boolean isEmpty() {
        return products.isEmpty() && categories.isEmpty() && shops.isEmpty() && places.isEmpty();
    }

    record Product(
            UUID id,
            String sku,
            String slug,
            String name,
            long price,
            String currency,
            @Nullable PictureResponse picture) {

        static Product from(ListingCard card) {
            return new Product(
                    card.id(), card.sku(), card.slug(), card.name(), card.price(), card.currency(), card.picture());
        }
    }

    record Category(String path, String name) {}

    record Shop(String slug, String name) {}

    /** @param former the name that was typed, of something that lies in the province of today or became it; null for its own */
    record Place(String code, String name, @Nullable String former) {}
}
