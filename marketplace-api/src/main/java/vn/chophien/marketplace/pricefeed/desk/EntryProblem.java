package vn.chophien.marketplace.pricefeed.desk;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a set of entries does not go on. */
public abstract sealed class EntryProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    private static final ProblemType STATE = new ProblemType("price-entry-set-state", HttpStatus.CONFLICT);
    private static final ProblemType OF_COLLEAGUE =
            new ProblemType("price-entry-set-of-colleague", HttpStatus.FORBIDDEN);
    private static final ProblemType SECOND_OFFICER =
            new ProblemType("price-second-officer-required", HttpStatus.FORBIDDEN);

    static final OfficerReview.Refusals REFUSALS = new OfficerReview.Refusals(STATE, OF_COLLEAGUE, SECOND_OFFICER);

    private EntryProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static final class NotFound extends EntryProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-entry-set-not-found", HttpStatus.NOT_FOUND);

        NotFound() {
            super(TYPE, Map.of(), List.of());
        }
    }

    /** Some entries lack a confirmation or a reason. */
    static final class Incomplete extends EntryProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-entries-incomplete", HttpStatus.UNPROCESSABLE_CONTENT);

        Incomplete(List<FieldProblem> errors) {
            super(TYPE, Map.of("entries", errors.size()), errors);
        }
    }
}
