package vn.chophien.storefront.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.page.StorefrontProperties;

/** Describes a product to search engines in the words of schema.org. */
@Component
class StructuredData {

    private static final int PICTURE_WIDTH = 1200;

    private final JsonMapper json;
    private final String publicUrl;

    StructuredData(JsonMapper json, StorefrontProperties properties) {
        this.json = json;
        this.publicUrl = properties.publicUrl().toString().replaceAll("/+$", "");
    }

    String of(CatalogApi.ListingDetail listing, Language language) {
        var url = publicUrl + (language == Language.EN ? "/en/p/" : "/p/") + listing.slug();
        var product = new LinkedHashMap<String, Object>();
        product.put("@context", "https://schema.org");
        product.put("@type", "Product");
        product.put("name", listing.name());
        product.put("sku", listing.sku());
        product.put("url", url);
        if (listing.description() != null) {
            product.put("description", listing.description());
        }
        if (!listing.pictures().isEmpty()) {
            product.put(
                    "image",
                    listing.pictures().stream()
                            .map(picture -> publicUrl + "/pictures/" + picture.id() + "/" + PICTURE_WIDTH)
                            .toList());
        }
        if (listing.ratingAvg() != null && listing.ratingCount() > 0) {
            product.put(
                    "aggregateRating",
                    Map.of(
                            "@type", "AggregateRating",
                            "ratingValue", listing.ratingAvg(),
                            "reviewCount", listing.ratingCount()));
        }
        product.put("offers", offers(listing, url));
        // The text stands inside a script element, which the first "</script" in it would close.
        return json.writeValueAsString(product).replace("<", "\\u003c");
    }

    private static List<Map<String, Object>> offers(CatalogApi.ListingDetail listing, String url) {
        return listing.variants().stream()
                .map(variant -> Map.<String, Object>of(
                        "@type", "Offer",
                        "sku", variant.sku(),
                        "name", variant.label(),
                        "price", variant.price(),
                        "priceCurrency", listing.currency(),
                        "availability", "https://schema.org/" + (variant.available() > 0 ? "InStock" : "OutOfStock"),
                        "url", url,
                        "seller",
                                Map.of(
                                        "@type",
                                        "Organization",
                                        "name",
                                        listing.shop().name())))
                .toList();
    }
}
