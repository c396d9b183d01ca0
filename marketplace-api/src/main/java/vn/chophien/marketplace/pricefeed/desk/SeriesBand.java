package vn.chophien.marketplace.pricefeed.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.chophien.marketplace.pricefeed.Price;

/**
 * How far a series usually goes from one price to the next: twice what 99 of 100 of its steps stay within, and never less
 * than five percent, so that a price that stands still for months may move again.
 *
 * @param width as a difference of logarithms
 */
public record SeriesBand(double width) {
    /** With fewer steps there is no telling what is usual. */
    static final int FEWEST_STEPS = 60;

    static final int STEPS = 260;

    private static final double NARROWEST = 0.05;
    private static final int FACTOR = 2;
    private static final int DIGITS = 4;

    /** From there on prices are quoted without decimals. */
    private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(1_000);

    /** @param ninetyNinth the size, as a logarithm, that 99 of 100 steps do not exceed */
    static SeriesBand ofSteps(double ninetyNinth) {
        return new SeriesBand(Math.max(NARROWEST, FACTOR * ninetyNinth));
    }

    public boolean holds(Price previous, Price next) {
        var low = low(previous);
        return next.middle().compareTo(low) >= 0 && next.middle().compareTo(high(previous)) <= 0;
    }

    public BigDecimal low(Price previous) {
        return scaled(previous, Math.exp(-width), RoundingMode.FLOOR);
    }

    public BigDecimal high(Price previous) {
        return scaled(previous, Math.exp(width), RoundingMode.CEILING);
    }

    private static BigDecimal scaled(Price previous, double factor, RoundingMode outward) {
        var scaled = previous.middle()
                .multiply(BigDecimal.valueOf(factor))
                .setScale(previous.middle().compareTo(WHOLE_FROM) < 0 ? DIGITS : 0, outward)
                .stripTrailingZeros();
        return scaled.scale() < 0 ? scaled.setScale(0) : scaled;
    }
}
