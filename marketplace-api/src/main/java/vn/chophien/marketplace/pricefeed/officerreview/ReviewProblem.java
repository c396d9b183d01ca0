package vn.chophien.marketplace.pricefeed.officerreview;

import java.util.Map;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why an officer may not do something to a draft now: one of its {@link OfficerReview.Refusals}. */
final class ReviewProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    ReviewProblem(ProblemType type) {
        super(type);
    }

    ReviewProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments);
    }
}
