package vn.chophien.storefront.payout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount as people type it: {@code 185000}, {@code 185.000}, {@code 185 000 đ}. A comma is refused: it may mean two things. */
final class TypedDong {

    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,12}|\\d{1,3}(?:[. \\u00a0]\\d{3}){1,3})\\s*(?:đ|₫|đồng|vnd)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TypedDong() {}

    /** Null when it is no amount. */
    static @Nullable Long parse(@Nullable String typed) {
        var match = AMOUNT.matcher(typed == null ? "" : typed.strip());
        return match.matches() ? Long.valueOf(match.group(1).replaceAll("\\D", "")) : null;
    }
}
