package vn.chophien.marketplace.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the decision in force says about certificates.
 *
 * @param certificateMonths how long a certificate of that time is valid
 */
public record OcopRule(
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int badgeMinStars,
        int certificateMonths,
        String legalReference) {
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The last day of a certificate issued that day. */
    public LocalDate validUntil(LocalDate issuedOn) {
        return issuedOn.plusMonths(certificateMonths);
    }
}
