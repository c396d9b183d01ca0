package vn.chophien.storefront.page;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.CallContext;

/**
 * Gives each request its id and its language. English pages live under {@code /en}, Vietnamese ones at the root; the prefix
 * becomes the context path, so mappings, filters and redirects never see it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter implements WebFilter {

    static final String REQUEST_ID = "X-Request-Id";

    private static final String LANGUAGE_ATTRIBUTE = Language.class.getName();
    private static final String REQUEST_ID_ATTRIBUTE = RequestFilter.class.getName() + ".id";
    private static final String ENGLISH = "/en";
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final SecurityHeaders security;

    RequestFilter(SecurityHeaders security) {
        this.security = security;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = requestId(exchange.getRequest().getHeaders());
        var path = exchange.getRequest().getPath().value();
        var english = path.equals(ENGLISH) || path.startsWith(ENGLISH + "/");
        var language = english ? Language.EN : Language.VI;
        exchange.getAttributes().put(REQUEST_ID_ATTRIBUTE, id);
        exchange.getAttributes().put(LANGUAGE_ATTRIBUTE, language);
        exchange.getResponse().getHeaders().set(REQUEST_ID, id);
        security.addTo(exchange.getResponse().getHeaders(), path);
        var localized = english
                ? exchange.mutate()
                        .request(request -> request.contextPath(ENGLISH))
                        .build()
                : exchange;
        var call = new CallContext(language, id, ForwardedFor.of(exchange.getRequest()));
        return chain.filter(localized).contextWrite(call::in);
    }

    static Language language(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(LANGUAGE_ATTRIBUTE, Language.VI);
    }

    static String requestId(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(REQUEST_ID_ATTRIBUTE, "");
    }

    private static String requestId(HttpHeaders headers) {
        var given = headers.getFirst(REQUEST_ID);
        return given != null && ACCEPTED_ID.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
