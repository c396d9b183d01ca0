package vn.chophien.marketplace.pricefeed.desk;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a set of entries does not go on. */
public abstract sealed class EntryProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

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

    /** The set is not in the state that this needs. */
    static final class NotInState extends EntryProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-entry-set-state", HttpStatus.CONFLICT);

        NotInState(EntrySet.State state) {
            super(TYPE, Map.of("state", state.name()), List.of());
        }
    }

    /** Only who entered a set changes it. */
    static final class OfColleague extends EntryProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-entry-set-of-colleague", HttpStatus.FORBIDDEN);

        OfColleague() {
            super(TYPE, Map.of(), List.of());
        }
    }

    /** Nobody publishes what they entered themselves. */
    static final class SecondOfficerRequired extends EntryProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-second-officer-required", HttpStatus.FORBIDDEN);

        SecondOfficerRequired() {
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
