package vn.chophien.storefront.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a shop's money waits for one seller order, and why.
 *
 * @param releaseAt when the last reason with a date ends; without one nobody knows yet
 */
public record MoneyHold(
        String number,
        long amount,
        List<String> reasons,
        @Nullable Instant releaseAt) {
    public MoneyHold {
        reasons = Wire.orEmpty(reasons);
    }
}
