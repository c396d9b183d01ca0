package vn.chophien.marketplace.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What goes into a problem document, before it is put into words. */
record Problem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors, HttpHeaders headers) {
    Problem(ProblemType type) {
        this(type, Map.of(), List.of(), HttpHeaders.EMPTY);
    }

    Problem(ProblemType type, List<FieldProblem> errors) {
        this(type, Map.of(), errors, HttpHeaders.EMPTY);
    }

    boolean isOurs() {
        return type.status().is5xxServerError();
    }
}
