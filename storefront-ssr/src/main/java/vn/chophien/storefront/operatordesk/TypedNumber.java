package vn.chophien.storefront.operatordesk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers and dates as people type them into a form. */
final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}|\\d{1,3}(?:[. \\u00a0]\\d{3}){1,3}");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[,.](\\d{1,2}))?\\s*%?");

    private TypedNumber() {}

    static OptionalLong number(String typed) {
        var text = typed.strip().replaceAll("\\s*(?i:đ|₫|vnd)$", "");
        return NUMBER.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text.replaceAll("\\D", "")))
                : OptionalLong.empty();
    }

    /** A percentage with up to two decimals, in hundredths: {@code 4,5} is 450. */
    static OptionalLong basisPoints(String typed) {
        var percent = PERCENT.matcher(typed.strip());
        if (!percent.matches()) {
            return OptionalLong.empty();
        }
        var decimals = percent.group(2) == null ? "00" : (percent.group(2) + "0").substring(0, 2);
        return OptionalLong.of(Long.parseLong(percent.group(1) + decimals));
    }

    static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
