package vn.chophien.storefront.sellerdesk;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A price as people type it: {@code 185000}, {@code 185.000}, {@code 185 000 đ}. A comma is refused, for it separates thousands in
 * English and decimals in Vietnamese, and the đồng has none.
 */
public final class DongInput {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[. \\u00a0]\\d{3}){1,3}");
    private static final Pattern UNIT =
            Pattern.compile("\\s*(?:đ|₫|đồng|vnd)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DongInput() {}

    public static OptionalLong parse(String typed) {
        var number = UNIT.matcher(typed.strip()).replaceFirst("");
        return PLAIN.matcher(number).matches() || GROUPED.matcher(number).matches()
                ? OptionalLong.of(Long.parseLong(number.replaceAll("\\D", "")))
                : OptionalLong.empty();
    }
}
