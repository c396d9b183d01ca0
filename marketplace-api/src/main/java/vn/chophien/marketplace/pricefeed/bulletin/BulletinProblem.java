package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a bulletin does not go on. */
abstract sealed class BulletinProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

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

    /** The draft is not in the state that this needs. */
    static final class NotInState extends BulletinProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-bulletin-state", HttpStatus.CONFLICT);

        NotInState(BulletinDraft.State state) {
            super(TYPE, Map.of("state", state.name()), List.of());
        }
    }

    /** Only who wrote a draft changes it. */
    static final class OfColleague extends BulletinProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-bulletin-of-colleague", HttpStatus.FORBIDDEN);

        OfColleague() {
            super(TYPE, Map.of(), List.of());
        }
    }

    /** Nobody signs off what they wrote themselves. */
    static final class SecondOfficerRequired extends BulletinProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-bulletin-second-officer", HttpStatus.FORBIDDEN);

        SecondOfficerRequired() {
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
