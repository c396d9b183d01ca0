package vn.chophien.storefront.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.AccountApi;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.Credentials;

/**
 * Hands out API tokens from sessions and renews them. A refresh token works once, so calls of one visitor that find the access
 * token expired at the same time share one renewal, also for a moment after it finished.
 */
@Component
class SessionCredentials {

    private static final Duration SHARED_FOR = Duration.ofSeconds(10);

    private final AccountApi accounts;
    private final VisitorSessions sessions;
    private final InstantSource clock;
    private final Map<String, Mono<SessionState.Tokens>> renewals = new ConcurrentHashMap<>();

    SessionCredentials(AccountApi accounts, VisitorSessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    Credentials of(ServerWebExchange exchange, SessionState.Tokens tokens) {
        return new Credentials() {
            @Override
            public Mono<String> accessToken() {
                return tokens.usableAt(clock.instant()) ? Mono.just(tokens.access()) : renewed(null);
            }

            @Override
            public Mono<String> renewed(@Nullable String refused) {
                return renewals.computeIfAbsent(tokens.refresh(), SessionCredentials.this::renewal)
                        .flatMap(renewed ->
                                sessions.keepTokens(exchange, renewed).thenReturn(renewed.access()))
                        .onErrorResume(
                                SessionCredentials::isRefused,
                                refusal -> sessions.forgetAccount(exchange).then(Mono.empty()));
            }
        };
    }

    private Mono<SessionState.Tokens> renewal(String refreshToken) {
        var forgotten = Mono.delay(SHARED_FOR).doOnNext(tick -> renewals.remove(refreshToken));
        return accounts.refresh(new AccountApi.Refresh(refreshToken))
                .map(tokens -> SessionState.Tokens.from(tokens, clock.instant()))
                .doOnError(failure -> renewals.remove(refreshToken))
                .cacheInvalidateWhen(tokens -> forgotten.then());
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof ApiProblem problem
                && (problem.status() == HttpStatus.UNAUTHORIZED || problem.status() == HttpStatus.BAD_REQUEST);
    }
}
