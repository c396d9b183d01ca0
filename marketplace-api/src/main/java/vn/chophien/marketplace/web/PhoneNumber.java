package vn.chophien.marketplace.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Vietnamese phone number in the form in which people here write it: {@code 0912345678}. */
public record PhoneNumber(String value) {
    private static final Pattern DECORATION = Pattern.compile("[\\s.()\\-–]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+84|0084|84(?=\\d{9,10}$))0?");
    private static final Pattern NATIONAL = Pattern.compile("0(2\\d{9}|[35789]\\d{8})");
    private static final String LANDLINE = "02";

    public PhoneNumber {
        if (!NATIONAL.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a Vietnamese phone number");
        }
    }

    /** Reads whatever people write, e.g. {@code +84 912-345-678}; empty when it is no number of this country. */
    public static Optional<PhoneNumber> parse(String text) {
        var digits = COUNTRY.matcher(DECORATION.matcher(text).replaceAll("")).replaceFirst("0");
        return NATIONAL.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    /** The same for a number that a courier can call on the way and that can be sent a message. */
    public static Optional<PhoneNumber> parseMobile(String text) {
        return parse(text).filter(number -> !number.value.startsWith(LANDLINE));
    }

    @Override
    public String toString() {
        return value;
    }
}
