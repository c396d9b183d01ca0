package vn.chophien.marketplace.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Refusals that any endpoint may raise about the request itself. */
public final class RequestProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    public static final ProblemType INVALID_REQUEST = new ProblemType("invalid-request", HttpStatus.BAD_REQUEST);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", HttpStatus.NOT_FOUND);
    public static final ProblemType INVALID_CURSOR = new ProblemType("invalid-cursor", HttpStatus.BAD_REQUEST);
    public static final ProblemType IDEMPOTENCY_KEY_REQUIRED =
            new ProblemType("idempotency-key-required", HttpStatus.BAD_REQUEST);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", HttpStatus.PRECONDITION_REQUIRED);
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("precondition-failed", HttpStatus.PRECONDITION_FAILED);

    private RequestProblem(ProblemType type, List<FieldProblem> errors) {
        super(type, Map.of(), errors);
    }

    /** Fields that break a rule which bean validation cannot express. */
    public static RequestProblem invalid(FieldProblem... errors) {
        return new RequestProblem(INVALID_REQUEST, List.of(errors));
    }

    /** For resources that need no problem of their own. */
    public static RequestProblem notFound() {
        return new RequestProblem(NOT_FOUND, List.of());
    }

    /** The key belongs to a request with another content. */
    public static RequestProblem keyReused() {
        return new RequestProblem(IDEMPOTENCY_KEY_REUSED, List.of());
    }

    static RequestProblem of(ProblemType type) {
        return new RequestProblem(type, List.of());
    }
}
