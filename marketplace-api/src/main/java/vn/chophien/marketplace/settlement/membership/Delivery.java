package vn.chophien.marketplace.settlement.membership;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import vn.chophien.marketplace.money.Money;

/**
 * What a member brought on a day.
 *
 * @param grade what the cooperative calls the quality; empty when it has none
 */
record Delivery(
        UUID id, MemberId member, LocalDate on, String product, String grade, long grams, Money pricePerKilogram) {

    static final long MOST_GRAMS = 1_000_000_000;
    static final long HIGHEST_PRICE = 1_000_000_000;

    private static final int GRAMS_PER_KILOGRAM_DIGITS = 3;

    Delivery {
        if (grams < 1 || grams > MOST_GRAMS) {
            throw new IllegalArgumentException("A delivery weighs 1 to %d grams, not %d".formatted(MOST_GRAMS, grams));
        }
    }

    /** The same delivery, entered again. */
    boolean says(Delivery other) {
        return member.equals(other.member)
                && on.equals(other.on)
                && product.equals(other.product)
                && grade.equals(other.grade)
                && grams == other.grams
                && pricePerKilogram.equals(other.pricePerKilogram);
    }

    /** Weight times price, rounded half up to one đồng. */
    Money value() {
        return Money.vnd(BigDecimal.valueOf(grams, GRAMS_PER_KILOGRAM_DIGITS)
                .multiply(BigDecimal.valueOf(pricePerKilogram.minor()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
