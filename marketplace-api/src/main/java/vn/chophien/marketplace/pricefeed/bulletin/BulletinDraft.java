package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;

/**
 * A bulletin on its way to the public.
 *
 * @param corrects the number of the bulletin that this is a correction of; null for a new one
 * @param reason why that is corrected, for its readers
 */
public record BulletinDraft(
        BulletinId id,
        OfficerReview review,
        Scope scope,
        BulletinText text,
        @Nullable Integer corrects,
        @Nullable String reason) {

    /** What {@code If-Match} names it by. */
    public String tag() {
        return EntityTags.of(review.version());
    }

    static BulletinDraft begun(
            Scope scope, BulletinText text, @Nullable Correction correction, AccountId author, Instant now) {
        return new BulletinDraft(
                BulletinId.generate(),
                OfficerReview.begun(BulletinProblem.REFUSALS, author, now),
                scope,
                text,
                correction == null ? null : correction.number(),
                correction == null ? null : correction.reason());
    }

    /** Which bulletin is corrected, and why. */
    record Correction(int number, String reason) {}

    BulletinDraft with(OfficerReview other) {
        return new BulletinDraft(id, other, scope, text, corrects, reason);
    }

    BulletinDraft saying(Scope otherScope, BulletinText otherText, @Nullable String otherReason) {
        return new BulletinDraft(
                id, review.changed(), otherScope, otherText, corrects, corrects == null ? null : otherReason);
    }
}
