package vn.chophien.marketplace.web;

import io.micrometer.context.ContextRegistry;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;

/**
 * Names every request, so that an answer and the log lines behind it can be brought together. A name that the caller
 * sends is kept when it is a harmless one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId implements WebFilter {
    public static final String HEADER = "X-Request-Id";

    /** The key in the Reactor context and, through context propagation, in the logging context. */
    public static final String CONTEXT_KEY = "request_id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    RequestId() {
        UuidV7.next(); // seeds its generator here rather than on an event loop
        var registry = ContextRegistry.getInstance();
        registry.registerThreadLocalAccessor(
                CONTEXT_KEY,
                () -> MDC.get(CONTEXT_KEY),
                value -> MDC.put(CONTEXT_KEY, value),
                () -> MDC.remove(CONTEXT_KEY));
        leaveOnly(registry, CONTEXT_KEY);
    }

    /**
     * Every pipeline restores every one of these at every source and sink. Libraries bring theirs for blocking code, such as the security
     * context; nothing here reads them, and they cost a request more than its own code.
     */
    private static void leaveOnly(ContextRegistry registry, String key) {
        for (var accessor : List.copyOf(registry.getThreadLocalAccessors())) {
            if (!accessor.key().equals(key)) {
                registry.removeThreadLocalAccessor(accessor.key());
            }
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = of(exchange);
        exchange.getResponse().getHeaders().set(HEADER, id);
        return chain.filter(exchange).contextWrite(context -> context.put(CONTEXT_KEY, id));
    }

    /** The name of a request, given to it on first use. */
    static String of(ServerWebExchange exchange) {
        return (String) exchange.getAttributes()
                .computeIfAbsent(
                        CONTEXT_KEY,
                        key -> accepted(exchange.getRequest().getHeaders().getFirst(HEADER)));
    }

    private static String accepted(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : UuidV7.next().toString();
    }
}
