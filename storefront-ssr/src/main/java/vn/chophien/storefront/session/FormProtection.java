package vn.chophien.storefront.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses forms that another site sends in the visitor's name. Every form must come from our own pages, by the headers that
 * browsers send and scripts cannot forge; a visitor with a session must also send the session's token back.
 */
@Component
class FormProtection {

    private static final String FIELD = "_token";
    private static final String HEADER = "X-Form-Token";

    Mono<Void> check(ServerWebExchange exchange, Visitor visitor) {
        if (!comesFromOurPages(exchange)) {
            return refuse("The form comes from another site");
        }
        if (visitor.formToken().isEmpty()) {
            return Mono.empty();
        }
        var expected = visitor.formToken().get();
        return sentToken(exchange)
                .defaultIfEmpty("")
                .flatMap(sent -> same(expected, sent) ? Mono.empty() : refuse("The form carries no or a wrong token"));
    }

    private static boolean comesFromOurPages(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = headers.getOrigin();
        return origin == null || Objects.equals(authority(origin), headers.getFirst("Host"));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Mono<String> sentToken(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var header = headers.getFirst(HEADER);
        if (header != null) {
            return Mono.just(header);
        }
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(headers.getContentType())) {
            return exchange.getMultipartData()
                    .mapNotNull(parts -> parts.getFirst(FIELD) instanceof FormFieldPart part ? part.value() : null);
        }
        return exchange.getFormData().mapNotNull(fields -> fields.getFirst(FIELD));
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static Mono<Void> refuse(String reason) {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, reason));
    }
}
