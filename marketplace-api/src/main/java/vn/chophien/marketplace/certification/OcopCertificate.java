package vn.chophien.marketplace.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.catalog.ListingId;

/**
 * An OCOP certificate as its decision states it.
 *
 * @param decisionNo free text: no decision fixes its form
 * @param validUntil the last day on which it is valid
 */
public record OcopCertificate(
        ListingId listing,
        int stars,
        String decisionNo,
        LocalDate issuedOn,
        LocalDate validUntil,
        @Nullable LocalDate withdrawnOn) {
    private static final int MAX_STARS = 5;

    public OcopCertificate {
        if (stars < 1 || stars > MAX_STARS) {
            throw new IllegalArgumentException("Stars are 1 to %d, not %d".formatted(MAX_STARS, stars));
        }
        if (decisionNo.isBlank()) {
            throw new IllegalArgumentException("A certificate names its decision");
        }
        if (validUntil.isBefore(issuedOn)) {
            throw new IllegalArgumentException("A certificate of %s cannot end on %s".formatted(issuedOn, validUntil));
        }
    }

    /** Whether it gives a badge on that day in Vietnam. */
    public boolean givesBadgeOn(LocalDate day, OcopRule rule) {
        return stars >= rule.badgeMinStars()
                && !day.isBefore(issuedOn)
                && !day.isAfter(validUntil)
                && withdrawnOn == null;
    }
}
