package vn.chophien.marketplace.order;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Vietnamese mobile number, kept with its leading zero and without spaces. */
public record PhoneNumber(String value) {

    private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.()\\-]");
    private static final Pattern COUNTRY_CODE = Pattern.compile("^(\\+84|0084|84)0?(?=[35789]\\d{8}$)");

    public PhoneNumber {
        if (!MOBILE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a Vietnamese mobile number");
        }
    }

    /** Reads a number as people write it, with spaces, dots or {@code +84}; empty when it is none. */
    public static Optional<PhoneNumber> of(String text) {
        var digits =
                COUNTRY_CODE.matcher(SEPARATORS.matcher(text).replaceAll("")).replaceFirst("0");
        return MOBILE.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
