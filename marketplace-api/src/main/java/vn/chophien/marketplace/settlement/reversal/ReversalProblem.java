package vn.chophien.marketplace.settlement.reversal;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What reversals refuse. */
final class ReversalProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType NOT_REVERSIBLE = new ProblemType("not-reversible", HttpStatus.CONFLICT);
    private static final ProblemType REQUESTED = new ProblemType("reversal-requested", HttpStatus.CONFLICT);
    private static final ProblemType DECIDED = new ProblemType("reversal-decided", HttpStatus.CONFLICT);
    private static final ProblemType SECOND_PERSON =
            new ProblemType("reversal-needs-second-person", HttpStatus.CONFLICT);

    private ReversalProblem(ProblemType type) {
        super(type, Map.of(), List.of());
    }

    static ReversalProblem notReversible() {
        return new ReversalProblem(NOT_REVERSIBLE);
    }

    static ReversalProblem requested() {
        return new ReversalProblem(REQUESTED);
    }

    static ReversalProblem decided() {
        return new ReversalProblem(DECIDED);
    }

    static ReversalProblem secondPersonNeeded() {
        return new ReversalProblem(SECOND_PERSON);
    }
}
