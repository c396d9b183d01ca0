package vn.chophien.marketplace.review;

import java.time.Instant;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;

/** @param externalId its key where it comes from, by which a second import knows it */
public record NewReview(
        String externalId,
        ListingId listing,
        int rating,
        Language language,
        String body,
        String authorAlias,
        boolean verifiedPurchase,
        Instant createdAt) {
    private static final int BEST = 5;

    public NewReview {
        if (rating < 1 || rating > BEST) {
            throw new IllegalArgumentException("A rating is 1 to %d, not %d".formatted(BEST, rating));
        }
    }
}
