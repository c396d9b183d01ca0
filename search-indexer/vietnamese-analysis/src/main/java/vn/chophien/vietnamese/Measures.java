package vn.chophien.vietnamese;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Weights and volumes in one form: {@code 0,5 kg}, {@code 500 g} and {@code nửa ký} are all {@code 500g}. */
public final class Measures {

    /** On folded text. The longer names first, so that “kg” is not read as “k”. */
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\p{L}\\d.,])(\\d{1,5}(?:[.,]\\d{1,3})?|nua)\\s?(kilogram|kilo|kg|ky lo|ky|ki lo|ki|can|grams?|gam|gr|g|"
                    + "milliliters?|ml|cc|liters?|litres?|lit|l)(?![\\p{L}\\d])");

    private static final int LARGEST = 1_000_000;

    private Measures() {}

    /** Every amount in the text, in grams or milliliters, in the order of the text. */
    public static List<String> find(String text) {
        Set<String> found = new LinkedHashSet<>();
        var matcher = AMOUNT.matcher(VietnameseText.fold(text));
        while (matcher.find()) {
            var amount = amount(matcher.group(1), matcher.group(2));
            if (!amount.isEmpty()) {
                found.add(amount);
            }
        }
        return List.copyOf(found);
    }

    /** The folded text without its amounts. */
    public static Pattern pattern() {
        return AMOUNT;
    }

    private static String amount(String number, String unit) {
        var value = number.equals("nua") ? new BigDecimal("0.5") : new BigDecimal(number.replace(',', '.'));
        boolean volume = unit.startsWith("m") || unit.startsWith("l") || unit.equals("cc");
        boolean thousands = unit.startsWith("k") || unit.equals("can") || unit.startsWith("l");
        var small = (thousands ? value.movePointRight(3) : value).setScale(0, RoundingMode.HALF_UP);
        if (small.signum() <= 0 || small.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            return "";
        }
        return small.toPlainString() + (volume ? "ml" : "g");
    }
}
