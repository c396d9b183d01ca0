package vn.chophien.marketplace.pricefeed.quota;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.RateLimit;
import vn.chophien.marketplace.security.StorefrontCalls;
import vn.chophien.marketplace.security.TrustedProxies;

/**
 * Counts what programs read, by their key or else by their address, and tells them what is left in the fields
 * {@code RateLimit} and {@code RateLimit-Policy}. People who are signed in, the storefront's pages and our own servers are
 * not counted.
 */
@Component
class QuotaFilter implements WebFilter {
    static final String KEY = "X-API-Key";

    private static final String PRICES = "/api/v1/prices/";
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String POLICY = "\"hour\"";

    private final KeyRepository keys;
    private final RateLimit limits;
    private final TrustedProxies proxies;
    private final StorefrontCalls storefront;
    private final QuotaSettings settings;

    QuotaFilter(
            KeyRepository keys,
            RateLimit limits,
            TrustedProxies proxies,
            StorefrontCalls storefront,
            QuotaSettings settings) {
        this.keys = keys;
        this.limits = limits;
        this.proxies = proxies;
        this.storefront = storefront;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!request.getPath().value().startsWith(PRICES) || storefront.include(request)) {
            return chain.filter(exchange);
        }
        // A header that signs nobody in is no reason not to count.
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? exchange.getPrincipal()
                        .hasElement()
                        .flatMap(signedIn -> signedIn ? chain.filter(exchange) : counted(exchange, chain))
                : counted(exchange, chain);
    }

    private Mono<Void> counted(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var key = request.getHeaders().getFirst(KEY);
        if (key != null) {
            return keys.find(new SecretToken(key))
                    .switchIfEmpty(Mono.error(QuotaProblem.UnknownKey::new))
                    .flatMap(id -> count(exchange, "price-key", id.toString(), settings.withKey()))
                    .then(Mono.defer(() -> chain.filter(exchange)));
        }
        var client = proxies.clientOf(request);
        return client.isOurs()
                ? chain.filter(exchange)
                : count(exchange, "price-client", client.hashed(), settings.withoutKey())
                        .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> count(ServerWebExchange exchange, String activity, String subject, int quota) {
        return limits.count(activity, subject, WINDOW).flatMap(usage -> {
            var seconds = Math.max(1, usage.left().toSeconds());
            var headers = exchange.getResponse().getHeaders();
            headers.set("RateLimit-Policy", POLICY + ";q=" + quota + ";w=" + WINDOW.toSeconds());
            headers.set("RateLimit", POLICY + ";r=" + Math.max(0, quota - usage.count()) + ";t=" + seconds);
            if (usage.count() <= quota) {
                return Mono.empty();
            }
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return Mono.<Void>error(() -> new QuotaProblem.Spent(usage.left()));
        });
    }
}
