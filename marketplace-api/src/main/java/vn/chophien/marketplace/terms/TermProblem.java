package vn.chophien.marketplace.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What the terms refuse. */
final class TermProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TERM_EXISTS = new ProblemType("term-exists", HttpStatus.CONFLICT);
    private static final ProblemType TERM_TOO_SOON = new ProblemType("term-too-soon", HttpStatus.UNPROCESSABLE_CONTENT);

    private TermProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    static TermProblem exists(LocalDate from) {
        return new TermProblem(
                TERM_EXISTS, Map.of("from", from.toString()), List.of(new FieldProblem("valid_from", "term-exists")));
    }

    /** @param earliest the first day it may hold */
    static TermProblem tooSoon(LocalDate earliest) {
        return new TermProblem(
                TERM_TOO_SOON,
                Map.of("earliest", earliest.toString()),
                List.of(new FieldProblem("valid_from", "term-too-soon", Map.of("earliest", earliest.toString()))));
    }
}
