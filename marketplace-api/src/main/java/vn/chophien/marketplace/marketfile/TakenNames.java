package vn.chophien.marketplace.marketfile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chophien.marketplace.catalog.ListingSlug;
import vn.chophien.marketplace.catalog.NewListing;

/** What the lines so far have used up. A file gives the same names each time it is read. */
final class TakenNames {
    private final Set<String> skus = new HashSet<>();
    private final Set<String> variantSkus = new HashSet<>();
    private final Set<String> slugs = new HashSet<>();

    void checkSku(String sku) {
        if (skus.contains(sku)) {
            throw new BadLineException("sku '%s' is there already".formatted(sku));
        }
    }

    void checkVariants(List<NewListing.NewVariant> variants) {
        var own = new HashSet<String>();
        for (var variant : variants) {
            if (variantSkus.contains(variant.sku()) || !own.add(variant.sku())) {
                throw new BadLineException("variants: sku '%s' is there already".formatted(variant.sku()));
            }
        }
    }

    String slugFor(String name, String sku) {
        var slug = ListingSlug.of(name, sku);
        if (!slugs.contains(slug)) {
            return slug;
        }
        var distinct = ListingSlug.distinct(name, sku);
        if (slugs.contains(distinct)) {
            throw new BadLineException("The address '%s' is there already".formatted(distinct));
        }
        return distinct;
    }

    void take(NewListing listing) {
        skus.add(listing.sku());
        slugs.add(listing.slug());
        listing.variants().forEach(variant -> variantSkus.add(variant.sku()));
    }
}
