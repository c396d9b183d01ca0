package vn.chophien.marketplace.web;

import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller of the API is told about, in the caller's language. Capabilities extend it with their own
 * sealed families; one handler renders them all.
 */
public abstract class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Map<String, ?> arguments;
    private final transient List<FieldProblem> errors;

    /**
     * @param arguments of the messages of title and detail
     * @param errors the fields at fault, or none
     */
    protected ProblemException(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        // A refusal is an ordinary answer: no stack trace, and no text of its own beyond what a log line needs.
        super(type.slug() + " " + arguments + " " + errors, null, false, false);
        this.type = type;
        this.arguments = Map.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    protected ProblemException(ProblemType type, Map<String, ?> arguments) {
        this(type, arguments, List.of());
    }

    protected ProblemException(ProblemType type) {
        this(type, Map.of(), List.of());
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, ?> arguments() {
        return arguments;
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
