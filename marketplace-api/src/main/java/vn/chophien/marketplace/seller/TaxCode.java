package vn.chophien.marketplace.seller;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese tax code: ten digits of an organisation, thirteen of its dependent unit, or the twelve of a person's id,
 * which is the tax code of households and individuals since 2025-07-01. Kept as digits only.
 */
public record TaxCode(String digits) {
    private static final Pattern SPACING = Pattern.compile("[\\s.]");
    private static final Pattern UNIT_DASH = Pattern.compile("(?<=^\\d{10})-(?=\\d{3}$)");
    private static final Pattern ORGANISATION = Pattern.compile("\\d{10}(\\d{3})?");
    private static final Pattern PERSON = Pattern.compile("\\d{12}");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int ORGANISATION_LENGTH = 10;
    private static final int VISIBLE_DIGITS = 3;

    public TaxCode {
        if (!isValid(digits)) {
            // Not the code itself: it may be somebody's personal id.
            throw new IllegalArgumentException("Not a tax code: expected 10, 12 or 13 digits with a right check digit");
        }
    }

    /** Reads a code as people write it, with spaces, dots and a unit's dash; empty when it is none. */
    public static Optional<TaxCode> of(String text) {
        var digits = UNIT_DASH.matcher(SPACING.matcher(text).replaceAll("")).replaceFirst("");
        return isValid(digits) ? Optional.of(new TaxCode(digits)) : Optional.empty();
    }

    /** Whether this is a person's id, which reveals sex and year of birth. */
    public boolean isPersonal() {
        return PERSON.matcher(digits).matches();
    }

    /** For people to read: a dependent unit with its dash, a personal id with all but its end hidden. */
    public String display() {
        if (isPersonal()) {
            var hidden = digits.length() - VISIBLE_DIGITS;
            return "•".repeat(hidden) + digits.substring(hidden);
        }
        return digits.length() == ORGANISATION_LENGTH
                ? digits
                : digits.substring(0, ORGANISATION_LENGTH) + "-" + digits.substring(ORGANISATION_LENGTH);
    }

    @Override
    public String toString() {
        return display();
    }

    private static boolean isValid(String digits) {
        return PERSON.matcher(digits).matches()
                || (ORGANISATION.matcher(digits).matches() && isIssued(digits) && hasRightCheckDigit(digits));
    }

    /** Province 00, serial 0000000 and unit 000 are never given out. */
    private static boolean isIssued(String digits) {
        return !digits.startsWith("00")
                && !digits.startsWith("0000000", 2)
                && !(digits.length() > ORGANISATION_LENGTH && digits.endsWith("000"));
    }

    private static boolean hasRightCheckDigit(String digits) {
        var sum = 0;
        for (var index = 0; index < WEIGHTS.length; index++) {
            sum += WEIGHTS[index] * Character.digit(digits.charAt(index), 10);
        }
        // A result of ten is no digit: such numbers are not issued.
        return 10 - sum % 11 == Character.digit(digits.charAt(WEIGHTS.length), 10);
    }
}
