package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a bulletin does not go on. */
abstract sealed class BulletinProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    private static final ProblemType STATE = new ProblemType("price-bulletin-state", HttpStatus.CONFLICT);
    private static final ProblemType OF_COLLEAGUE =
            new ProblemType("price-bulletin-of-colleague", HttpStatus.FORBIDDEN);
    private static final ProblemType SECOND_OFFICER =
            new ProblemType("price-bulletin-second-officer", HttpStatus.FORBIDDEN);

    static final OfficerReview.Refusals REFUSALS = new OfficerReview.Refusals(STATE, OF_COLLEAGUE, SECOND_OFFICER);

    private BulletinProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static final class NotFound extends BulletinProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-bulletin-not-found", HttpStatus.NOT_FOUND);

        NotFound() {
            super(TYPE, Map.of(), List.of());
        }
    }

    /** A correction of that bulletin is under way already. */
    static final class CorrectionOpen extends BulletinProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-bulletin-correction-open", HttpStatus.CONFLICT);

        CorrectionOpen(int number) {
            super(TYPE, Map.of("number", number), List.of());
        }
    }

    /** The text lacks something, or a directive has no figure. */
    static final class Incomplete extends BulletinProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-bulletin-incomplete", HttpStatus.UNPROCESSABLE_CONTENT);

        Incomplete(List<FieldProblem> errors) {
            super(TYPE, Map.of("errors", errors.size()), errors);
        }
    }
}
