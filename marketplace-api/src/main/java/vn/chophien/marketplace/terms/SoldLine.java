package vn.chophien.marketplace.terms;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * What fees and taxes need to know of a line.
 *
 * @param categoryPath null when the listing is gone
 * @param stars of a valid OCOP certificate; 0 without one
 */
public record SoldLine(@Nullable String categoryPath, int stars, String vatClass, Money goods) {

    SoldLine of(Money share) {
        return new SoldLine(categoryPath, stars, vatClass, share);
    }
}
