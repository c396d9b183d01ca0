package vn.chophien.marketplace.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What orders refuse. */
public final class OrderProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType NOT_FOUND = new ProblemType("order-not-found", HttpStatus.NOT_FOUND);
    private static final ProblemType READ_ONLY = new ProblemType("order-read-only", HttpStatus.FORBIDDEN);
    private static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType("illegal-order-transition", HttpStatus.CONFLICT);
    private static final ProblemType NOT_PAYABLE = new ProblemType("order-not-payable", HttpStatus.CONFLICT);
    private static final ProblemType PARCEL_UNDER_WAY = new ProblemType("parcel-under-way", HttpStatus.CONFLICT);
    private static final ProblemType LINES_NOT_OPEN =
            new ProblemType("order-lines-not-open", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType TOO_MANY_LOOKUPS =
            new ProblemType("too-many-lookups", HttpStatus.TOO_MANY_REQUESTS);

    private OrderProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    /** Also for an order that the caller may not see: that it exists is nobody's business. */
    static OrderProblem notFound() {
        return new OrderProblem(NOT_FOUND, Map.of(), List.of());
    }

    /** For somebody who may see the order but is not known to be its buyer. */
    static OrderProblem readOnly(String number) {
        return new OrderProblem(READ_ONLY, Map.of("number", number), List.of());
    }

    static OrderProblem illegalTransition(String number, SellerOrderState.Name from, SellerOrderState.Name to) {
        return new OrderProblem(
                ILLEGAL_TRANSITION, Map.of("number", number, "from", from.name(), "to", to.name()), List.of());
    }

    static OrderProblem notPayable(OrderNumber number, SellerOrderState.Name state) {
        return new OrderProblem(NOT_PAYABLE, Map.of("number", number.value(), "state", state.name()), List.of());
    }

    /** The carrier has been told what to collect, and will. */
    static OrderProblem parcelUnderWay(String number) {
        return new OrderProblem(PARCEL_UNDER_WAY, Map.of("number", number), List.of());
    }

    /** Names each line of which there is less left than was asked for, or whose weight is missing. */
    static OrderProblem linesNotOpen(String number, List<FieldProblem> errors) {
        return new OrderProblem(LINES_NOT_OPEN, Map.of("number", number), errors);
    }

    /** @param window how long tries are remembered */
    static OrderProblem tooManyLookups(Duration window) {
        return new OrderProblem(TOO_MANY_LOOKUPS, Map.of("minutes", window.toMinutes()), List.of());
    }
}
