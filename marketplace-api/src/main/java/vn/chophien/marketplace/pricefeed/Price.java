package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An observed price: one figure, or the range the market quoted. Exact, above zero, at most four decimals. */
public record Price(BigDecimal min, BigDecimal max) {
    public static final int SCALE = 4;

    /** The first value that no longer fits the record's columns. */
    public static final BigDecimal LIMIT = new BigDecimal("100000000000000");

    private static final int MAX_DIGITS = 100;

    public Price {
        var low = normalized(min);
        // One figure is kept once: a board holds hundreds of thousands.
        max = max.equals(min) ? low : normalized(max);
        min = low;
        if (min.signum() <= 0 || max.compareTo(min) < 0 || max.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("Not a price: " + min + " to " + max);
        }
    }

    public static Price point(BigDecimal value) {
        return new Price(value, value);
    }

    /** A price as the record keeps it: integers in ten-thousandths of the currency; no high for a single figure. */
    public static Price ofRecord(long low, @Nullable Long high) {
        var min = BigDecimal.valueOf(low, SCALE);
        return new Price(min, high == null ? min : BigDecimal.valueOf(high, SCALE));
    }

    public long low() {
        return min.movePointRight(SCALE).longValueExact();
    }

    public @Nullable Long high() {
        return isRange() ? max.movePointRight(SCALE).longValueExact() : null;
    }

    public boolean isRange() {
        return min.compareTo(max) != 0;
    }

    /** The one figure that stands for a range in comparisons and charts. */
    public BigDecimal middle() {
        return isRange() ? normalized(min.add(max).divide(BigDecimal.TWO)) : min;
    }

    /** The change from an earlier price as a fraction: 0.05 is five percent more. */
    public BigDecimal changeFrom(Price earlier) {
        return middle().subtract(earlier.middle()).divide(earlier.middle(), 6, RoundingMode.HALF_EVEN);
    }

    /** Equal figures are equal records: 118000 and 118000.0000 are the same price. */
    private static BigDecimal normalized(BigDecimal value) {
        if (value.precision() - (long) value.scale() > MAX_DIGITS || value.scale() > MAX_DIGITS) {
            // Writing out 1e999999999, or its inverse, takes all the memory there is.
            throw new IllegalArgumentException("Not a price: " + value);
        }
        var plain = value.setScale(SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
