package vn.chophien.storefront.page;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.session.Visitor;

/** Draws an answer and sends it, or 304 when the browser has just these bytes. */
@Component
class PageWriter {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String FRAGMENT_REQUEST = "HX-Request";
    private static final int TAG_DIGITS = 24;

    private final Pages pages;
    private final Templates templates;

    PageWriter(Pages pages, Templates templates) {
        this.pages = pages;
        this.templates = templates;
    }

    Mono<Void> write(ServerWebExchange exchange, Answer answer) {
        return switch (answer) {
            case Answer.Redirect redirect -> redirect(exchange, redirect);
            case Answer.Leave leave -> seeOther(exchange, leave.place());
            case Answer.Download file -> download(exchange, file);
            case Answer.Drawn drawn -> pages.of(exchange).flatMap(page -> draw(exchange, page, drawn));
        };
    }

    Mono<Void> draw(ServerWebExchange exchange, Page page, Answer.Drawn drawn) {
        var fragment = "true".equals(exchange.getRequest().getHeaders().getFirst(FRAGMENT_REQUEST));
        var bytes = templates.render(fragment ? drawn.fragment() : drawn.template(), page, drawn.view());
        var response = exchange.getResponse();
        response.setStatusCode(drawn.status());
        var headers = response.getHeaders();
        headers.setContentType(HTML);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
        headers.setVary(List.of(HttpHeaders.COOKIE, FRAGMENT_REQUEST, HttpHeaders.ACCEPT_ENCODING));
        headers.setCacheControl(cacheControl(drawn, page.visitor()));
        var ok = drawn.status().is2xxSuccessful();
        var reading = exchange.getRequest().getMethod() != HttpMethod.POST;
        if (ok
                && reading
                && drawn.caching() != Answer.Caching.NEVER
                && exchange.checkNotModified("W/\"" + hash(bytes) + "\"", Instant.MIN)) {
            return response.setComplete();
        }
        headers.setContentLength(bytes.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private static String cacheControl(Answer.Drawn drawn, Visitor visitor) {
        if (!drawn.status().is2xxSuccessful()) {
            return "no-store";
        }
        return switch (drawn.caching()) {
            case PUBLIC -> visitor.unknown() ? "public, max-age=0, s-maxage=60, must-revalidate" : "private, no-cache";
            case PERSONAL -> "private, no-cache";
            case NEVER -> "no-store";
        };
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, Answer.Redirect redirect) {
        var prefix = exchange.getRequest().getPath().contextPath().value();
        var path = prefix.isEmpty() || !redirect.path().equals("/") ? redirect.path() : "";
        return seeOther(exchange, URI.create(prefix + path));
    }

    private static Mono<Void> seeOther(ServerWebExchange exchange, URI place) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(place);
        response.getHeaders().setCacheControl("no-store");
        return response.setComplete();
    }

    private static Mono<Void> download(ServerWebExchange exchange, Answer.Download file) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.setContentType(file.type());
        headers.setCacheControl("no-store");
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(file.name()).build());
        headers.setContentLength(file.bytes().length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(file.bytes())));
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
