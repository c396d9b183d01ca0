package vn.chophien.marketplace.web;

import java.util.Map;

/**
 * What is wrong with one field of a request. The text is the message {@code problem.field.<code>}.
 *
 * @param field the field as the client wrote it, e.g. {@code lines[0].quantity}
 */
public record FieldProblem(String field, String code, Map<String, ?> arguments) {
    public FieldProblem {
        arguments = Map.copyOf(arguments);
    }

    public FieldProblem(String field, String code) {
        this(field, code, Map.of());
    }
}
