package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A vertical axis that covers given values with round steps. */
record Scale(BigDecimal bottom, BigDecimal top, BigDecimal step) {

    private static final List<BigDecimal> ROUND_STEPS =
            List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), new BigDecimal("5"), BigDecimal.TEN);
    private static final BigDecimal LEAST_SPREAD = new BigDecimal("0.02");

    /** The scale with at most {@code steps} steps; values that hardly differ get a band around them, not a mountain range. */
    static Scale covering(BigDecimal min, BigDecimal max, int steps) {
        var middle = min.add(max).divide(BigDecimal.TWO);
        var leastHeight = middle.abs().multiply(LEAST_SPREAD).max(new BigDecimal("0.0001"));
        var low = min;
        var high = max;
        if (max.subtract(min).compareTo(leastHeight) < 0) {
            low = middle.subtract(leastHeight.divide(BigDecimal.TWO)).max(BigDecimal.ZERO.min(min));
            high = middle.add(leastHeight.divide(BigDecimal.TWO));
        }
        var step = roundStep(high.subtract(low).divide(BigDecimal.valueOf(steps), MathContext.DECIMAL64));
        var scale = around(low, high, step);
        return scale.count() > steps ? around(low, high, roundStep(step.multiply(new BigDecimal("1.01")))) : scale;
    }

    List<BigDecimal> ticks() {
        var ticks = new ArrayList<BigDecimal>();
        for (var tick = bottom; tick.compareTo(top) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** Where a value lies between bottom (0) and top (1). */
    double position(BigDecimal value) {
        return value.subtract(bottom)
                .divide(top.subtract(bottom), MathContext.DECIMAL64)
                .doubleValue();
    }

    private int count() {
        return top.subtract(bottom).divide(step, 0, RoundingMode.HALF_EVEN).intValueExact();
    }

    private static Scale around(BigDecimal low, BigDecimal high, BigDecimal step) {
        return new Scale(
                low.divide(step, 0, RoundingMode.FLOOR).multiply(step),
                high.divide(step, 0, RoundingMode.CEILING).multiply(step),
                step);
    }

    private static BigDecimal roundStep(BigDecimal least) {
        var magnitude = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (var round : ROUND_STEPS) {
            var step = round.multiply(magnitude);
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        throw new IllegalStateException("No step above " + least);
    }
}
