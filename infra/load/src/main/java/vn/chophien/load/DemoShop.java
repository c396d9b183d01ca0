package vn.chophien.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The demo seller at her desk: edits prices and stock as a person would, in the version that is current. */
final class DemoShop {

    private final ApiClient seller;

    private DemoShop(ApiClient seller) {
        this.seller = seller;
    }

    static DemoShop open(ApiClient guest) throws IOException, InterruptedException {
        return new DemoShop(guest.signedIn("seller@example.vn", "demo-seller"));
    }

    /** The paths of the shop's listings. */
    List<String> listings() throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        for (var listing : seller.get("/api/v1/seller/listings").path("items")) {
            paths.add("/api/v1/seller/listings/" + listing.path("id").asString());
        }
        if (paths.isEmpty()) {
            throw new IOException("The demo seller has no listing.");
        }
        return paths;
    }

    JsonNode listing(String path) throws IOException, InterruptedException {
        return seller.get(path);
    }

    void price(String listing, String variant, long price) throws IOException, InterruptedException {
        edit(listing, variant, Map.of("price", price));
    }

    void stock(String listing, String variant, int onHand) throws IOException, InterruptedException {
        edit(listing, variant, Map.of("on_hand", onHand));
    }

    /** Fills the shelves; answers the ids of all variants. */
    List<String> stockAll(int onHand) throws IOException, InterruptedException {
        var variants = new ArrayList<String>();
        for (var path : listings()) {
            for (var variant : listing(path).path("variants")) {
                var id = variant.path("id").asString();
                stock(path, id, onHand);
                variants.add(id);
            }
        }
        return variants;
    }

    private void edit(String listing, String variant, Map<String, Object> change)
            throws IOException, InterruptedException {
        var version = seller.exchange("GET", listing, null, Map.of()).etag();
        seller.exchange("PATCH", listing + "/variants/" + variant, change, Map.of("If-Match", version))
                .orThrow();
    }
}
