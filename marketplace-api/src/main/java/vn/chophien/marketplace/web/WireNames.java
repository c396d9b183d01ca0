package vn.chophien.marketplace.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names as clients write them: {@code lines[0].variantId} is {@code lines[0].variant_id} to them. */
public final class WireNames {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private WireNames() {}

    public static String of(String javaName) {
        return HUMP.matcher(javaName).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
