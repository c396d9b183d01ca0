package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What after-sales refuses. */
final class AftersalesProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType NOT_FOUND = new ProblemType("return-not-found", HttpStatus.NOT_FOUND);
    private static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType("illegal-return-transition", HttpStatus.CONFLICT);
    private static final ProblemType NOT_RETURNABLE = new ProblemType("not-returnable", HttpStatus.CONFLICT);
    private static final ProblemType WINDOW_CLOSED = new ProblemType("return-window-closed", HttpStatus.CONFLICT);
    private static final ProblemType ANSWER_NOT_DUE = new ProblemType("return-answer-not-due", HttpStatus.CONFLICT);
    private static final ProblemType APPEAL_CLOSED = new ProblemType("return-appeal-closed", HttpStatus.CONFLICT);
    private static final ProblemType GOODS_NOT_EXPECTED =
            new ProblemType("return-goods-not-expected", HttpStatus.CONFLICT);
    private static final ProblemType LINES = new ProblemType("return-lines-not-kept", HttpStatus.UNPROCESSABLE_CONTENT);

    private AftersalesProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static AftersalesProblem notFound() {
        return new AftersalesProblem(NOT_FOUND, Map.of(), List.of());
    }

    static AftersalesProblem illegalTransition(ReturnState.Name from, ReturnState.Name to) {
        return new AftersalesProblem(ILLEGAL_TRANSITION, Map.of("from", from.name(), "to", to.name()), List.of());
    }

    /** Goods that have not all arrived are cancelled or delivered first. */
    static AftersalesProblem notReturnable(String number) {
        return new AftersalesProblem(NOT_RETURNABLE, Map.of("number", number), List.of());
    }

    static AftersalesProblem windowClosed(int days, String reference) {
        return new AftersalesProblem(WINDOW_CLOSED, Map.of("days", days, "reference", reference), List.of());
    }

    static AftersalesProblem answerNotDue(Instant due) {
        return new AftersalesProblem(ANSWER_NOT_DUE, Map.of("due", due.toString()), List.of());
    }

    static AftersalesProblem appealClosed(Instant due) {
        return new AftersalesProblem(APPEAL_CLOSED, Map.of("due", due.toString()), List.of());
    }

    /** Whoever accepted the return let the buyer keep the goods. */
    static AftersalesProblem goodsNotExpected() {
        return new AftersalesProblem(GOODS_NOT_EXPECTED, Map.of(), List.of());
    }

    /** Names each line of which the buyer has fewer pieces than were asked for. */
    static AftersalesProblem linesNotKept(List<FieldProblem> errors) {
        return new AftersalesProblem(LINES, Map.of(), errors);
    }
}
