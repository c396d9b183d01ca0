package vn.chophien.storefront.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Credentials;

/** Finds out who looks, refuses forged forms, and sends visitors to the sign-in page where a page wants one. */
@Component
@Order(VisitorFilter.ORDER)
class VisitorFilter implements WebFilter {

    /** After the language of the path is known. */
    static final int ORDER = 0;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final VisitorSessions sessions;
    private final SessionCredentials credentials;
    private final FormProtection forms;
    private final List<AccessRule> rules;

    VisitorFilter(
            VisitorSessions sessions, SessionCredentials credentials, FormProtection forms, List<AccessRule> rules) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.forms = forms;
        this.rules = rules;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getCookies().containsKey(SessionConfiguration.COOKIE)) {
            return admit(exchange, chain);
        }
        return exchange.getSession()
                .mapNotNull(sessions::read)
                .map(state -> known(exchange, chain, state))
                .defaultIfEmpty(Mono.defer(() -> admit(exchange, chain)))
                .flatMap(admitted -> admitted);
    }

    private Mono<Void> known(ServerWebExchange exchange, WebFilterChain chain, SessionState state) {
        exchange.getAttributes().put(Visitor.ATTRIBUTE, state.visitor());
        var admitted = Mono.defer(() -> admit(exchange, chain));
        var tokens = state.tokens();
        return tokens == null
                ? admitted
                : admitted.contextWrite(context -> context.put(Credentials.class, credentials.of(exchange, tokens)));
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var visitor = Visitor.of(exchange);
        for (var rule : rules) {
            if (rule.covers(path)) {
                if (visitor.account().isEmpty()) {
                    return sendToSignIn(exchange);
                }
                if (!rule.admits(visitor.account().get())) {
                    return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
                }
            }
        }
        return READING.contains(exchange.getRequest().getMethod())
                ? chain.filter(exchange)
                : forms.check(exchange, visitor).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private static Mono<Void> sendToSignIn(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var query = request.getURI().getRawQuery();
        var wanted = READING.contains(request.getMethod())
                ? request.getPath().pathWithinApplication().value() + (query == null ? "" : "?" + query)
                : "/";
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(URI.create(request.getPath().contextPath().value() + "/sign-in?next="
                        + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
        return response.setComplete();
    }
}
