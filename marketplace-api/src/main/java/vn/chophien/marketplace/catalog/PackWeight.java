package vn.chophien.marketplace.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The weight of goods in a pack. */
public record PackWeight(int grams) {
    private static final Pattern STATED =
            Pattern.compile("(?<![\\d.,])(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(kg|g|gr|gram|lạng)(?![\\p{L}\\d])");
    private static final BigDecimal KILOGRAM = BigDecimal.valueOf(1000);

    public PackWeight {
        if (grams <= 0) {
            throw new IllegalArgumentException("No weight: " + grams);
        }
    }

    /**
     * The weight that both the label and the record state. The record alone may include the packing, and stands beside
     * labels such as "350 ml" or "10 gói".
     */
    public static Optional<PackWeight> stated(String labelVi, int recordedGrams) {
        var found = STATED.matcher(labelVi.toLowerCase(Locale.ROOT));
        if (recordedGrams <= 0 || !found.find()) {
            return Optional.empty();
        }
        var grams = new BigDecimal(found.group(1).replace(',', '.')).multiply(unit(found.group(2)));
        return found.find() || grams.compareTo(BigDecimal.valueOf(recordedGrams)) != 0
                ? Optional.empty()
                : Optional.of(new PackWeight(recordedGrams));
    }

    /** In the minor unit of the price's currency, rounded half to even. */
    public long pricePerKilogram(long price) {
        return BigDecimal.valueOf(price)
                .multiply(KILOGRAM)
                .divide(BigDecimal.valueOf(grams), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static BigDecimal unit(String name) {
        return switch (name) {
            case "kg" -> KILOGRAM;
            case "lạng" -> BigDecimal.valueOf(100);
            default -> BigDecimal.ONE;
        };
    }
}
