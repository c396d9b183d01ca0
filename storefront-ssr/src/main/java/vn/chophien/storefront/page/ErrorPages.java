package vn.chophien.storefront.page;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.ApiUnavailable;
import vn.chophien.storefront.session.SessionsUnavailable;

/** Turns whatever went wrong into a page in the reader's language; says what to do, never what broke inside. */
@Component
@Order(-2)
class ErrorPages implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Pages pages;
    private final PageWriter writer;

    ErrorPages(Pages pages, PageWriter writer) {
        this.pages = pages;
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var view = view(failure);
        log(exchange, failure, view);
        if (view.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            exchange.getResponse().getHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (!wantsPage(exchange)) {
            exchange.getResponse().setRawStatusCode(view.status());
            return exchange.getResponse().setComplete();
        }
        var answer = Answer.page("error/error", view).status(HttpStatusCode.valueOf(view.status()));
        return pages.of(exchange)
                .onErrorResume(second -> Mono.fromSupplier(() -> pages.page(exchange, List.of())))
                .flatMap(page -> writer.draw(exchange, page, answer));
    }

    private static ErrorView view(Throwable failure) {
        return switch (failure) {
            case ApiProblem problem -> view(status(problem), problem.detail().orElse(""));
            case ApiUnavailable outage -> view(HttpStatus.SERVICE_UNAVAILABLE, "");
            case SessionsUnavailable outage -> view(HttpStatus.SERVICE_UNAVAILABLE, "");
            case ResponseStatusException refusal -> view(refusal.getStatusCode(), "");
            default -> view(HttpStatus.INTERNAL_SERVER_ERROR, "");
        };
    }

    /** The API's own failure is ours towards the reader, but not to be told apart by her. */
    private static HttpStatusCode status(ApiProblem problem) {
        return problem.status().is5xxServerError() ? HttpStatus.SERVICE_UNAVAILABLE : problem.status();
    }

    private static ErrorView view(HttpStatusCode status, String detail) {
        var kind = switch (status.value()) {
            case 404 -> "not-found";
            case 401, 403 -> "forbidden";
            case 503 -> "unavailable";
            default -> status.is4xxClientError() ? "invalid" : "unexpected";
        };
        return new ErrorView(kind, status.value(), status.is4xxClientError() ? detail : "");
    }

    private static void log(ServerWebExchange exchange, Throwable failure, ErrorView view) {
        var request = exchange.getRequest();
        if (view.kind().equals("unexpected")) {
            LOG.error(
                    "{} {} failed, request {}",
                    request.getMethod(),
                    request.getPath(),
                    RequestFilter.requestId(exchange),
                    failure);
        } else if (view.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.warn(
                    "{} {} is unavailable, request {}: {}",
                    request.getMethod(),
                    request.getPath(),
                    RequestFilter.requestId(exchange),
                    failure.getMessage());
        }
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        if (path.startsWith("/pictures/") || path.startsWith("/assets/") || path.startsWith("/actuator")) {
            return false;
        }
        var accepted = exchange.getRequest().getHeaders().getAccept();
        return accepted.isEmpty() || accepted.stream().anyMatch(type -> type.includes(MediaType.TEXT_HTML));
    }
}
