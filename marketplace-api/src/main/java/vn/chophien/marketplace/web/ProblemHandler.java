package vn.chophien.marketplace.web;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.i18n.RequestLanguage;

/**
 * The one place that turns exceptions, of controllers and filters alike, into answers: localised problem details. What
 * went wrong inside stays in the log, under the request id that the answer carries.
 */
@Component
@Order(-2) // Spring Boot's own handler, which answers in its own words, is at -1.
class ProblemHandler implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Messages messages;
    private final JsonMapper json;

    ProblemHandler(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || failure instanceof AbortedException) {
            return Mono.error(failure);
        }
        return Mono.defer(() -> {
                    var problem = ProblemTranslation.of(failure);
                    log(problem, failure);
                    return write(exchange, problem);
                })
                .contextWrite(context -> context.put(RequestId.CONTEXT_KEY, RequestId.of(exchange)));
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var language = RequestLanguage.of(exchange.getRequest());
        var document = document(exchange, problem, language);
        var response = exchange.getResponse();
        response.setStatusCode(problem.type().status());
        var headers = response.getHeaders();
        headers.putAll(problem.headers());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language.locale());
        headers.setCacheControl("no-store");
        headers.set(RequestId.HEADER, RequestId.of(exchange));
        if (problem.type().status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(document))));
    }

    private ProblemDocument document(ServerWebExchange exchange, Problem problem, Language language) {
        var slug = problem.type().slug();
        return new ProblemDocument(
                URI.create("/problems/" + slug).toString(),
                messages.format(language, "problem." + slug + ".title", problem.arguments()),
                problem.type().status().value(),
                messages.format(language, "problem." + slug + ".detail", problem.arguments()),
                exchange.getRequest().getPath().value(),
                RequestId.of(exchange),
                problem.errors().stream()
                        .map(error -> document(error, language))
                        .toList());
    }

    private ProblemDocument.FieldError document(FieldProblem error, Language language) {
        return new ProblemDocument.FieldError(
                error.field(),
                error.code(),
                messages.format(language, "problem.field." + error.code(), error.arguments()));
    }

    private static void log(Problem problem, Throwable failure) {
        if (problem.type() == ProblemTranslation.INTERNAL_ERROR) {
            LOG.error("Unexpected failure", failure);
        } else if (problem.isOurs()) {
            LOG.warn("{}: {}", problem.type().slug(), failure.toString());
        } else {
            LOG.debug("Refused: {}", failure.toString());
        }
    }
}
