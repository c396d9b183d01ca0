package vn.chophien.marketplace.web;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;

/** Broken validation rules as field problems, whichever way the framework reports them. */
final class FieldProblems {
    private FieldProblems() {}

    static List<FieldProblem> of(WebExchangeBindException body) {
        return body.getFieldErrors().stream().map(FieldProblems::of).toList();
    }

    static List<FieldProblem> of(HandlerMethodValidationException parameters) {
        return parameters.getParameterValidationResults().stream()
                .flatMap(result -> of(result).stream())
                .toList();
    }

    /** What the JSON parser tripped over, or nothing when it names no field. */
    static List<FieldProblem> of(DatabindException mismatch) {
        var field = mismatch.getPath().stream().map(FieldProblems::step).collect(Collectors.joining());
        return field.isEmpty() ? List.of() : List.of(new FieldProblem(withoutLeadingDot(field), "invalid"));
    }

    private static List<FieldProblem> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream().map(FieldProblems::of).toList();
        }
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
        return result.getResolvableErrors().stream()
                .map(error -> of(name, lastCode(error), violation(result, error)))
                .toList();
    }

    private static FieldProblem of(FieldError error) {
        var violation = error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
        return of(error.getField(), Objects.requireNonNullElse(error.getCode(), ""), violation);
    }

    private static FieldProblem of(String field, String constraint, @Nullable ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation == null
                ? Map.of()
                : violation.getConstraintDescriptor().getAttributes();
        var name = WireNames.of(field);
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty", "AssertTrue" -> new FieldProblem(name, "required");
            case "Size" -> size(name, attributes);
            case "Min", "DecimalMin" -> new FieldProblem(name, "too-small", Map.of("min", number(attributes)));
            case "Max", "DecimalMax" -> new FieldProblem(name, "too-large", Map.of("max", number(attributes)));
            case "Positive" -> new FieldProblem(name, "too-small", Map.of("min", 1));
            case "PositiveOrZero" -> new FieldProblem(name, "too-small", Map.of("min", 0));
            case "Email" -> new FieldProblem(name, "email");
            case "Phone" -> new FieldProblem(name, "phone");
            default -> new FieldProblem(name, "invalid");
        };
    }

    private static FieldProblem size(String name, Map<String, Object> attributes) {
        var min = (int) attributes.getOrDefault("min", 0);
        var max = (int) attributes.getOrDefault("max", Integer.MAX_VALUE);
        return max == Integer.MAX_VALUE
                ? new FieldProblem(name, "too-short", Map.of("min", min))
                : min <= 1
                        ? new FieldProblem(name, "too-long", Map.of("max", max))
                        : new FieldProblem(name, "length", Map.of("min", min, "max", max));
    }

    private static Object number(Map<String, Object> attributes) {
        return Objects.requireNonNullElse(attributes.get("value"), "");
    }

    private static @Nullable ConstraintViolation<?> violation(
            ParameterValidationResult result, MessageSourceResolvable error) {
        try {
            return result.unwrap(error, ConstraintViolation.class);
        } catch (IllegalArgumentException notFromBeanValidation) {
            return null;
        }
    }

    private static String lastCode(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
    }

    private static String step(Reference step) {
        var property = step.getPropertyName();
        return property == null ? "[" + step.getIndex() + "]" : "." + property;
    }

    private static String withoutLeadingDot(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
