package vn.chophien.marketplace.settlement.membership;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What members' lists refuse. */
final class MembershipProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType UNREADABLE_DELIVERIES =
            new ProblemType("unreadable-deliveries", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType NOTHING_DELIVERED = new ProblemType("nothing-delivered", HttpStatus.CONFLICT);

    private MembershipProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static MembershipProblem unreadable(List<FieldProblem> errors) {
        return new MembershipProblem(UNREADABLE_DELIVERIES, Map.of("count", errors.size()), errors);
    }

    static MembershipProblem nothingDelivered() {
        return new MembershipProblem(NOTHING_DELIVERED, Map.of(), List.of());
    }
}
