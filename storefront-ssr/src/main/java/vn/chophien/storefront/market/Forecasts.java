package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import vn.chophien.locales.Formats;

/** Estimates as readers see them: in four digits, since more would claim more than anybody knows. */
public final class Forecasts {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Forecasts() {}

    public static String figure(BigDecimal estimate, Formats formats) {
        return formats.decimal(estimate.round(DIGITS));
    }

    /** A ratio given in percent. */
    public static String percent(BigDecimal percent, Formats formats) {
        return formats.percent(percent.movePointLeft(2));
    }
}
