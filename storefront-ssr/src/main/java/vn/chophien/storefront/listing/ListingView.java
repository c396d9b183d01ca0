package vn.chophien.storefront.listing;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.chophien.storefront.api.CatalogApi;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.api.PriceHints;

/**
 * The product page. Everything but the listing itself may be missing when the API does not answer for it.
 *
 * @param related other listings of the same shop
 * @param hints what the price board says of such goods
 * @param structuredData JSON-LD, safe to stand inside a script element
 */
public record ListingView(
        CatalogApi.ListingDetail listing,
        CatalogApi.Reviews reviews,
        List<CatalogApi.Lot> lots,
        List<ListingCard> related,
        Optional<PriceHints.Hints> hints,
        String structuredData) {

    /** Under which name the texts have what sellers often write: {@code thu-kho} for "Thủ kho". */
    public static String keyOf(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replaceAll("[đĐ]", "d")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The variant chosen when the page opens: the first one that can be had. */
    public Optional<CatalogApi.Variant> chosen() {
        return listing.variants().stream()
                .filter(variant -> variant.available() > 0)
                .findFirst()
                .or(() -> listing.variants().stream().findFirst());
    }

    public List<CatalogApi.Variant> soldOut() {
        return listing.variants().stream()
                .filter(variant -> variant.available() <= 0)
                .toList();
    }

    public boolean inStock() {
        return listing.variants().stream().anyMatch(variant -> variant.available() > 0);
    }

    public long lowestPrice() {
        return listing.variants().stream()
                .mapToLong(CatalogApi.Variant::price)
                .min()
                .orElse(0);
    }

    public boolean priceVaries() {
        return listing.variants().stream()
                        .mapToLong(CatalogApi.Variant::price)
                        .distinct()
                        .count()
                > 1;
    }

    /** What a kilogram of it costs, in the cheapest and the dearest pack. */
    public record PerKilogram(long low, long high) {}

    /** Empty where no pack states its weight. */
    public Optional<PerKilogram> perKilogram() {
        var prices = listing.variants().stream()
                .map(CatalogApi.Variant::pricePerKg)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        return prices.getCount() == 0
                ? Optional.empty()
                : Optional.of(new PerKilogram(prices.getMin(), prices.getMax()));
    }

    /** The most that any variant can be ordered of at once, for the limit of the quantity field. */
    public int mostAvailable() {
        return listing.variants().stream()
                .map(CatalogApi.Variant::available)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** The months to show: harvest, or for a visit the season. */
    public List<Integer> months() {
        return listing.harvestMonths().isEmpty() ? listing.seasonMonths() : listing.harvestMonths();
    }
}
