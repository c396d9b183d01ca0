package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads prices as Vietnamese price tables write them: {@code 47,500}, {@code 32.800}, {@code 118 000 đ},
 * {@code 40.000 - 45.000}, {@code /}.
 *
 * <p>A mark before exactly three digits separates thousands, whichever mark it is, because the tables mix both. Where
 * the unit admits decimals (thousands of đồng, dollars) the same form could mean either, so it is refused rather than
 * guessed: a wrong guess is off by a factor of a thousand.
 */
public final class PriceNotation {
    static final String AMBIGUOUS = "price-ambiguous";
    public static final String MALFORMED = "price-malformed";
    static final String NOT_POSITIVE = "price-not-positive";
    static final String REVERSED = "price-range-reversed";

    private static final Pattern UNCHANGED = Pattern.compile("[/\\\\]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]+");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:[-–—−~]|→|đến|to)\\s*");
    private static final Pattern CURRENCY = Pattern.compile("(?iu)\\s*(?:đồng|vnđ|vnd|đ|₫)\\s*$");
    private static final Pattern CELL = Pattern.compile("(.*\\d)(\\D*)");

    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:(?:\\.\\d{3})+|(?:,\\d{3})+|(?: \\d{3})+)");
    private static final Pattern ONE_GROUP = Pattern.compile("\\d{1,3}[.,]\\d{3}");
    private static final Pattern DECIMAL = Pattern.compile("(\\d+)[.,](\\d+)");
    private static final Pattern GROUPED_DECIMAL =
            Pattern.compile("(\\d{1,3}(?:(?:\\.\\d{3})+(?=,)|(?:,\\d{3})+(?=\\.)|(?: \\d{3})+))[.,](\\d+)");
    private static final int MOST_DIGITS = 14;

    /** A range this wide is a slip: {@code 40 - 45.000} left the thousands out on one side. */
    private static final BigDecimal WIDEST_RANGE = BigDecimal.TEN;

    private PriceNotation() {}

    /**
     * Reads a cell whose unit, unless the cell names its own, is {@code unit}: it decides whether decimals are possible.
     */
    public static StatedPrice read(String cell, StatedUnit unit) {
        var text = SPACES.matcher(cell).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return new StatedPrice.Empty();
        }
        if (UNCHANGED.matcher(text).matches()) {
            return new StatedPrice.Unchanged();
        }
        var parts = CELL.matcher(text);
        if (!parts.matches()) {
            return new StatedPrice.Refused(MALFORMED);
        }
        var suffix = parts.group(2).strip();
        StatedUnit own = null;
        if (!suffix.isEmpty() && !CURRENCY.matcher(suffix).matches()) {
            own = StatedUnit.parse(suffix).orElse(null);
            if (own == null) {
                return new StatedPrice.Refused(MALFORMED);
            }
        }
        return figures(parts.group(1), own, own == null ? unit : own);
    }

    private static StatedPrice figures(String text, @Nullable StatedUnit own, StatedUnit unit) {
        var ends = RANGE.split(text, -1);
        if (ends.length > 2) {
            return new StatedPrice.Refused(MALFORMED);
        }
        var min = number(CURRENCY.matcher(ends[0]).replaceAll("").strip(), unit.admitsFractions());
        var max = ends.length == 1 ? min : number(ends[1].strip(), unit.admitsFractions());
        if (min instanceof Reading.Refused(String code)) {
            return new StatedPrice.Refused(code);
        }
        if (max instanceof Reading.Refused(String code)) {
            return new StatedPrice.Refused(code);
        }
        return range(((Reading.Value) min).value(), ((Reading.Value) max).value(), own);
    }

    private static StatedPrice range(BigDecimal min, BigDecimal max, @Nullable StatedUnit own) {
        if (min.signum() <= 0) {
            return new StatedPrice.Refused(NOT_POSITIVE);
        }
        if (max.compareTo(min) < 0) {
            return new StatedPrice.Refused(REVERSED);
        }
        if (max.compareTo(min.multiply(WIDEST_RANGE)) >= 0) {
            return new StatedPrice.Refused(AMBIGUOUS);
        }
        return new StatedPrice.Figures(min, max, own);
    }

    private static Reading number(String text, boolean fractions) {
        if (text.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
            return new Reading.Refused(MALFORMED);
        }
        if (PLAIN.matcher(text).matches()) {
            return new Reading.Value(new BigDecimal(text));
        }
        if (GROUPED.matcher(text).matches()) {
            return grouped(text, fractions);
        }
        return decimal(GROUPED_DECIMAL.matcher(text), true, fractions)
                .or(() -> decimal(DECIMAL.matcher(text), false, fractions))
                .orElse(new Reading.Refused(MALFORMED));
    }

    private static Reading grouped(String text, boolean fractions) {
        boolean leadingZero = text.startsWith("0");
        if (fractions && ONE_GROUP.matcher(text).matches()) {
            return leadingZero
                    ? new Reading.Value(new BigDecimal(text.replace(',', '.')))
                    : new Reading.Refused(AMBIGUOUS);
        }
        return leadingZero ? new Reading.Refused(AMBIGUOUS) : new Reading.Value(new BigDecimal(digits(text)));
    }

    private static Optional<Reading> decimal(Matcher form, boolean grouped, boolean fractions) {
        if (!form.matches()) {
            return Optional.empty();
        }
        var whole = digits(form.group(1));
        var tail = form.group(2);
        // 47.500,00 is plainly whole; 47,00 might be forty-seven thousand cut short.
        boolean plainlyWhole =
                whole.length() > 3 && tail.length() != 3 && tail.chars().allMatch(digit -> digit == '0');
        if (plainlyWhole) {
            return Optional.of(new Reading.Value(new BigDecimal(whole)));
        }
        if (!fractions || (grouped && tail.length() == 3)) {
            return Optional.of(new Reading.Refused(AMBIGUOUS));
        }
        return Optional.of(new Reading.Value(new BigDecimal(whole + "." + tail)));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private sealed interface Reading {
        record Value(BigDecimal value) implements Reading {}

        record Refused(String code) implements Reading {}
    }
}
