package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one price is for. Measures of weight convert into each other; a piece or a cubic meter only into itself. */
public enum Measure {
    KILOGRAM(1),
    YEN(10),
    QUINTAL(100),
    TONNE(1000),
    PIECE(null),
    CUBIC_METER(null);

    private final @Nullable BigDecimal kilograms;

    Measure(@Nullable Integer kilograms) {
        this.kilograms = kilograms == null ? null : BigDecimal.valueOf(kilograms);
    }

    /** The factor that turns a price for this measure into the price for {@code other}; empty when there is none. */
    public Optional<BigDecimal> factorTo(Measure other) {
        if (this == other) {
            return Optional.of(BigDecimal.ONE);
        }
        if (kilograms == null || other.kilograms == null) {
            return Optional.empty();
        }
        // Every pair of weights divides into a power of ten, so the quotient is exact.
        return Optional.of(other.kilograms.divide(kilograms));
    }
}
