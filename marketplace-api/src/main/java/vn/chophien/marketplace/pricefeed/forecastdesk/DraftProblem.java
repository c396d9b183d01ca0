package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a draft of a forecast does not go on. */
abstract sealed class DraftProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

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

    /** The draft is not in the state that this needs. */
    static final class NotInState extends DraftProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-draft-state", HttpStatus.CONFLICT);

        NotInState(ForecastDraft.State state) {
            super(TYPE, Map.of("state", state.name()));
        }
    }

    /** Only who drafted a forecast changes it. */
    static final class OfColleague extends DraftProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-draft-of-colleague", HttpStatus.FORBIDDEN);

        OfColleague() {
            super(TYPE, Map.of());
        }
    }

    /** Nobody issues what they drafted themselves. */
    static final class SecondOfficerRequired extends DraftProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-forecast-second-officer-required", HttpStatus.FORBIDDEN);

        SecondOfficerRequired() {
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
