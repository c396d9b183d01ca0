package vn.chophien.marketplace.catalog;

import java.util.regex.Pattern;

/** The readable part of a listing's address. */
public final class ListingSlug {
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´]");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final int MAX_LENGTH = 80;

    private ListingSlug() {}

    /** Of a name, or of the SKU when nothing of the name can stand in an address. */
    public static String of(String name, String sku) {
        var slug = slug(name);
        return slug.isEmpty() ? slug(sku) : slug;
    }

    /** For a name that another listing has already. */
    public static String distinct(String name, String sku) {
        return of(name, sku) + "-" + slug(sku);
    }

    private static String slug(String text) {
        var words = OTHER.matcher(APOSTROPHES.matcher(PlainText.of(text)).replaceAll(""))
                .replaceAll("-");
        var trimmed = ENDS.matcher(words).replaceAll("");
        if (trimmed.length() <= MAX_LENGTH) {
            return trimmed;
        }
        var end = trimmed.lastIndexOf('-', MAX_LENGTH);
        return trimmed.substring(0, end > 0 ? end : MAX_LENGTH);
    }
}
