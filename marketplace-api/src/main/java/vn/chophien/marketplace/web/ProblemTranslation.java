package vn.chophien.marketplace.web;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.databind.DatabindException;

/** Which problem an exception is to the caller. Whatever is not known here is an unexpected failure of ours. */
final class ProblemTranslation {
    static final ProblemType MALFORMED_BODY = new ProblemType("malformed-body", HttpStatus.BAD_REQUEST);
    static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED);
    static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", HttpStatus.NOT_ACCEPTABLE);
    static final ProblemType CONTENT_TOO_LARGE = new ProblemType("content-too-large", HttpStatus.CONTENT_TOO_LARGE);
    static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    static final ProblemType TEMPORARILY_UNAVAILABLE =
            new ProblemType("temporarily-unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", HttpStatus.INTERNAL_SERVER_ERROR);

    private static final String RETRY_AFTER_SECONDS = "2";

    private ProblemTranslation() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal ->
                new Problem(refusal.type(), refusal.arguments(), refusal.errors(), HttpHeaders.EMPTY);
            case WebExchangeBindException body -> invalid(FieldProblems.of(body));
            case HandlerMethodValidationException parameters -> invalid(FieldProblems.of(parameters));
            case MissingRequestValueException missing ->
                invalid(List.of(new FieldProblem(WireNames.of(missing.getName()), "required")));
            case ServerWebInputException input -> unreadable(input);
            case DataBufferLimitException tooMuch -> new Problem(CONTENT_TOO_LARGE);
            case ErrorResponse response -> byStatus(response);
            default -> isOutage(failure) ? unavailable() : new Problem(INTERNAL_ERROR);
        };
    }

    private static Problem invalid(List<FieldProblem> errors) {
        return new Problem(RequestProblem.INVALID_REQUEST, errors);
    }

    private static Problem unreadable(ServerWebInputException input) {
        var parameter = input.getMethodParameter();
        if (causeOf(input, DataBufferLimitException.class) != null) {
            return new Problem(CONTENT_TOO_LARGE);
        }
        var mismatch = causeOf(input, DatabindException.class);
        if (mismatch != null) {
            var errors = FieldProblems.of(mismatch);
            return errors.isEmpty() ? new Problem(MALFORMED_BODY) : invalid(errors);
        }
        if (parameter == null || parameter.getParameterName() == null) {
            return new Problem(MALFORMED_BODY);
        }
        return convertible(parameter);
    }

    /** A part of the path that is no id leads nowhere; a parameter that is no number is a field at fault. */
    private static Problem convertible(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return new Problem(RequestProblem.NOT_FOUND);
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return new Problem(MALFORMED_BODY);
        }
        var name = Objects.requireNonNullElse(parameter.getParameterName(), "");
        return invalid(List.of(new FieldProblem(WireNames.of(name), "invalid")));
    }

    private static Problem byStatus(ErrorResponse response) {
        var type = switch (response.getStatusCode().value()) {
            case 400 -> RequestProblem.INVALID_REQUEST;
            case 404 -> RequestProblem.NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> CONTENT_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> TEMPORARILY_UNAVAILABLE;
            default -> INTERNAL_ERROR;
        };
        return new Problem(type, Map.of(), List.of(), response.getHeaders());
    }

    private static Problem unavailable() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return new Problem(TEMPORARILY_UNAVAILABLE, Map.of(), List.of(), headers);
    }

    /** The database is away, or we are too busy: not the caller's fault, and worth another try. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessResourceException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof RejectedExecutionException
                || failure instanceof R2dbcException resource && isResource(resource);
    }

    private static boolean isResource(R2dbcException failure) {
        return failure instanceof R2dbcNonTransientResourceException
                || failure instanceof R2dbcTransientResourceException
                || failure instanceof R2dbcTimeoutException;
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
