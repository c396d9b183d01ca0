package vn.chophien.marketplace.settlement.membership;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Weights and prices as people write them: {@code 12,5}, {@code 12.5}, {@code 1.250} (one thousand two hundred and fifty), {@code 1 250,75}. What
 * could mean two things, such as {@code 1,250}, is refused.
 */
final class StatedNumber {

    private static final String UNIT = "(?i)\\s*(?:kg|kilôgam|đ|₫|đồng|vnd)(?:/kg)?$";
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[. \u00a0]\\d{3})+(?:,\\d{1,3})?");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(?:[.,]\\d{1,3})?");
    private static final int GRAMS_DIGITS = 3;

    private StatedNumber() {}

    /** Kilograms with at most three decimal places, as grams. */
    static OptionalLong grams(String text) {
        return number(text)
                .map(kilograms -> kilograms.movePointRight(GRAMS_DIGITS))
                .filter(grams -> grams.signum() > 0 && grams.compareTo(BigDecimal.valueOf(Delivery.MOST_GRAMS)) <= 0)
                .map(grams -> OptionalLong.of(grams.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    /** Whole đồng. */
    static OptionalLong dong(String text) {
        return number(text)
                .filter(dong -> dong.stripTrailingZeros().scale() <= 0
                        && dong.compareTo(BigDecimal.valueOf(Delivery.HIGHEST_PRICE)) <= 0)
                .map(dong -> OptionalLong.of(dong.longValueExact()))
                .orElse(OptionalLong.empty());
    }

    private static Optional<BigDecimal> number(String written) {
        var text = written.strip().replaceFirst(UNIT, "");
        if (AMBIGUOUS.matcher(text).matches()) {
            return Optional.empty();
        }
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replaceAll("[. \u00a0]", "").replace(',', '.')));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }
}
