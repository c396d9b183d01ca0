package vn.chophien.marketplace.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of every refusal and failure, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        List<FieldError> errors) {

    record FieldError(String field, String code, String message) {}
}
