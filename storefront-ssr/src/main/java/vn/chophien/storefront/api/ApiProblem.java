package vn.chophien.storefront.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** The API understood the request and refused it; title, detail and field messages are in the visitor's language. */
public final class ApiProblem extends RuntimeException {

    private static final String TYPE_PREFIX = "/problems/";

    private final HttpStatusCode status;
    private final transient Body body;

    public ApiProblem(HttpStatusCode status, Body body) {
        super(status.value() + " " + body.type() + ": " + body.detail());
        this.status = status;
        this.body = body;
    }

    public HttpStatusCode status() {
        return status;
    }

    /** The stable name of the problem, for example {@code out-of-stock}; empty when the answer carried none. */
    public String slug() {
        var type = body.type();
        return type == null
                ? ""
                : type.substring(type.indexOf(TYPE_PREFIX) < 0 ? 0 : type.indexOf(TYPE_PREFIX) + TYPE_PREFIX.length());
    }

    public boolean is(String slug) {
        return slug().equals(slug);
    }

    public Optional<String> title() {
        return Optional.ofNullable(body.title());
    }

    public Optional<String> detail() {
        return Optional.ofNullable(body.detail());
    }

    public List<FieldProblem> errors() {
        return body.errors();
    }

    /** One refused field; {@code field} is the request's JSON name, dotted and indexed for nested ones. */
    public record FieldProblem(String field, @Nullable String code, String message) {}

    /** The wire form: RFC 9457 with field errors. */
    public record Body(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable String requestId,
            List<FieldProblem> errors) {

        public Body {
            errors = Wire.orEmpty(errors);
        }

        static Body empty() {
            return new Body(null, null, null, null, List.of());
        }
    }
}
