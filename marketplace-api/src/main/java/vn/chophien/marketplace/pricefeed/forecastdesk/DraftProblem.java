package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a draft of a forecast does not go on. */
abstract sealed class DraftProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    private static final ProblemType STATE = new ProblemType("price-forecast-draft-state", HttpStatus.CONFLICT);
    private static final ProblemType OF_COLLEAGUE =
            new ProblemType("price-forecast-draft-of-colleague", HttpStatus.FORBIDDEN);
    private static final ProblemType SECOND_OFFICER =
            new ProblemType("price-forecast-second-officer-required", HttpStatus.FORBIDDEN);

    static final OfficerReview.Refusals REFUSALS = new OfficerReview.Refusals(STATE, OF_COLLEAGUE, SECOND_OFFICER);

    private DraftProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments, List.of());
    }

    static final class NotFound extends DraftProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-draft-not-found", HttpStatus.NOT_FOUND);

        NotFound() {
            super(TYPE, Map.of());
        }
    }

    /** The record is no longer good enough for the forecast to be issued. */
    static final class Barred extends DraftProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-barred", HttpStatus.UNPROCESSABLE_CONTENT);

        /** @param reason in the officer's language */
        Barred(String reason) {
            super(TYPE, Map.of("reason", reason));
        }
    }
}
