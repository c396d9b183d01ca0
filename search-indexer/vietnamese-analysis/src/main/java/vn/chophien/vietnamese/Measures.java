package vn.chophien.vietnamese;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Weights and volumes in one form: {@code 0,5 kg}, {@code 500 g}, {@code 5 lạng} and {@code nửa ký} are all {@code 500g}. So is the strength of
 * fish sauce: {@code 40 độ đạm}, {@code 40°N} and {@code 40N} are {@code 40n}.
 */
public final class Measures {

    /** On folded text. The longer names first, so that “kg” is not read as “k”. */
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\p{L}\\d.,/])(\\d{1,5}(?:[.,]\\d{1,3})?|nua|1/2|½)\\s?(kilogram|kilo|kg|ky lo|ky|ki lo|ki|can|lang|grams?|gam|gr|g|"
                    + "milliliters?|ml|cc|liters?|litres?|lit|l)(?![\\p{L}\\d])(\\s(?:ruoi)(?![\\p{L}]))?");

    /** On folded text. A bare degree is that of a spirit, and “3N2Đ” are days and nights. */
    private static final Pattern STRENGTH =
            Pattern.compile("(?<![\\p{L}\\d.,/])([1-6]\\d)(?:\\s?(?:do|[°º])\\s?(?:dam|n)|\\s?n)(?![\\p{L}\\d])");

    /** What a unit is in grams, where its first letter does not tell. */
    private static final Map<String, Integer> GRAMS = Map.of("lang", 100, "can", 1_000);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int LARGEST = 1_000_000;

    private Measures() {}

    /** Every amount in the text, in grams or milliliters, in the order of the text. */
    public static List<String> find(String text) {
        var folded = VietnameseText.fold(text);
        if (!hasNumber(folded)) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        var matcher = AMOUNT.matcher(folded);
        while (matcher.find()) {
            var amount = amount(matcher);
            if (!amount.isEmpty()) {
                found.add(amount);
            }
        }
        return List.copyOf(found);
    }

    /** Most names of goods have none, and this is seen much sooner than that they have no amount. */
    private static boolean hasNumber(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            if (character >= '0' && character <= '9' || character == '½') {
                return true;
            }
        }
        return folded.contains("nua");
    }

    /** Every strength of fish sauce in the text. */
    public static List<String> strengths(String text) {
        var folded = VietnameseText.fold(text);
        return hasNumber(folded)
                ? STRENGTH.matcher(folded)
                        .results()
                        .map(match -> match.group(1) + "n")
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Matches strengths in folded text. */
    public static Pattern strengthPattern() {
        return STRENGTH;
    }

    /** Matches amounts in folded text. */
    public static Pattern pattern() {
        return AMOUNT;
    }

    private static String amount(MatchResult match) {
        var unit = match.group(2);
        boolean volume = unit.startsWith("m") || unit.startsWith("l") && !unit.equals("lang") || unit.equals("cc");
        var whole = match.group(3) == null
                ? value(match.group(1))
                : value(match.group(1)).add(HALF);
        var small = whole.multiply(BigDecimal.valueOf(factor(unit))).setScale(0, RoundingMode.HALF_UP);
        if (small.signum() <= 0 || small.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            return "";
        }
        return small.toPlainString() + (volume ? "ml" : "g");
    }

    private static BigDecimal value(String number) {
        return Character.isDigit(number.charAt(0)) && !number.contains("/")
                ? new BigDecimal(number.replace(',', '.'))
                : HALF;
    }

    private static int factor(String unit) {
        return GRAMS.getOrDefault(unit, unit.startsWith("k") || unit.startsWith("l") ? 1_000 : 1);
    }
}
