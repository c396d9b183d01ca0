package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.Instant;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;

/** A forecast that an officer looks at before a colleague issues it. */
record ForecastDraft(ForecastDraftId id, OfficerReview review, ForecastContent content) {

    static ForecastDraft of(ForecastContent content, AccountId officer, Instant now) {
        return new ForecastDraft(
                ForecastDraftId.generate(), OfficerReview.begun(DraftProblem.REFUSALS, officer, now), content);
    }

    ForecastDraft with(OfficerReview other) {
        return new ForecastDraft(id, other, content);
    }

    ForecastDraft saying(ForecastContent other) {
        return new ForecastDraft(id, review.changed(), other);
    }
}
