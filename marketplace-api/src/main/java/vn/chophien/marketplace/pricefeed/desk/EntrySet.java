package vn.chophien.marketplace.pricefeed.desk;

import java.time.Instant;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;

/** Prices that an officer means to publish together. */
public record EntrySet(EntrySetId id, OfficerReview review) {

    static EntrySet draft(AccountId officer, Instant now) {
        return new EntrySet(EntrySetId.generate(), OfficerReview.begun(EntryProblem.REFUSALS, officer, now));
    }

    EntrySet with(OfficerReview other) {
        return new EntrySet(id, other);
    }
}
