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
 * Refuses forms that another site sends in the visitor's name. Browsers say where a form comes from, in headers that no script
 * can forge; that decides, so a form stays good in a tab that was opened before the session began. A client that sends neither
 * header proves itself with the session's token; without a session there is nothing to misuse.
 */
@Component
class FormProtection {

    private static final String FIELD = "_token";
    private static final String HEADER = "X-Form-Token";

    Mono<Void> check(ServerWebExchange exchange, Visitor visitor) {
        return switch (originOf(exchange)) {
            case OURS -> Mono.empty();
            case FOREIGN -> refuse("The form comes from another site");
            case UNSAID -> checkToken(exchange, visitor);
        };
    }

    private static Mono<Void> checkToken(ServerWebExchange exchange, Visitor visitor) {
        if (visitor.formToken().isEmpty()) {
            return Mono.empty();
        }
        var expected = visitor.formToken().get();
        return sentToken(exchange)
                .defaultIfEmpty("")
                .flatMap(sent -> same(expected, sent) ? Mono.empty() : refuse("The form carries no or a wrong token"));
    }

    private enum Origin {
        OURS,
        FOREIGN,
        UNSAID
    }

    private static Origin originOf(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none") ? Origin.OURS : Origin.FOREIGN;
        }
        var origin = headers.getOrigin();
        if (origin == null) {
            return Origin.UNSAID;
        }
        return Objects.equals(authority(origin), headers.getFirst("Host")) ? Origin.OURS : Origin.FOREIGN;
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
