package vn.chophien.storefront.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listing as lists show it. */
public record ListingCard(
        String id,
        String sku,
        String slug,
        String name,
        long price,
        @Nullable Long maxPrice,
        String currency,
        @Nullable String unit,
        boolean inStock,
        @Nullable Integer stars,
        @Nullable BigDecimal ratingAvg,
        long ratingCount,
        @Nullable Picture picture,
        @Nullable ShopLink shop,
        @Nullable ProvinceLink province,
        boolean organic,
        @Nullable List<List<Integer>> highlights,
        @Nullable Boolean nearest) {

    /** A piece of the name, and whether it was searched for. */
    public record NamePart(String text, boolean wanted) {}

    /** The name in pieces; one piece where nothing was searched for. */
    public List<NamePart> nameParts() {
        var parts = new ArrayList<NamePart>();
        int from = 0;
        for (var range : Wire.orEmpty(highlights)) {
            int start = range.getFirst();
            int end = range.getLast();
            if (start < from || end > name.length()) {
                return List.of(new NamePart(name, false));
            }
            addPart(parts, name.substring(from, start), false);
            addPart(parts, name.substring(start, end), true);
            from = end;
        }
        addPart(parts, name.substring(from), false);
        return parts;
    }

    private static void addPart(List<NamePart> parts, String text, boolean wanted) {
        if (!text.isEmpty()) {
            parts.add(new NamePart(text, wanted));
        }
    }

    /** Whether it misses something of what was searched for. */
    public boolean isNearest() {
        return Boolean.TRUE.equals(nearest);
    }

    /** True when the variants differ in price, so that the shown one is the lowest. */
    public boolean priceVaries() {
        return maxPrice != null && maxPrice > price;
    }

    public record Picture(
            String id, List<Integer> widths, @Nullable String alt) {
        public Picture {
            widths = Wire.orEmpty(widths);
        }
    }

    public record ShopLink(String slug, String name) {}

    public record ProvinceLink(@Nullable String code, String name) {}
}
