package vn.chophien.marketplace.pricefeed.officerreview;

import org.jspecify.annotations.Nullable;

/** The states that clients see of drafts which are published without being signed first. */
public enum DraftState {
    DRAFT,
    SUBMITTED,
    PUBLISHED,
    DISCARDED;

    public static DraftState of(OfficerReview review) {
        return valueOf(review.state().name());
    }

    /** The state that a client asks for, if any. */
    public static OfficerReview.@Nullable State asked(@Nullable DraftState state) {
        return state == null ? null : OfficerReview.State.valueOf(state.name());
    }
}
