package vn.chophien.storefront.session;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.storefront.api.AccountApi;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.ApiUnavailable;
import vn.chophien.storefront.api.Credentials;

/**
 * Reads and changes the visitor's session. A change starts the session when there is none and is saved before the returned
 * Mono completes; with Redis away it ends in {@link SessionsUnavailable}.
 */
@Component
public class VisitorSessions {

    private static final Logger LOG = LoggerFactory.getLogger(VisitorSessions.class);
    private static final String STATE = "state";
    private static final int TOKEN_BYTES = 16;

    private final AccountApi accounts;
    private final JsonMapper json;
    private final InstantSource clock;
    private final ObjectProvider<SignInListener> listeners;
    private final SecureRandom random = seededGenerator();

    VisitorSessions(
            AccountApi accounts, JsonMapper json, InstantSource clock, ObjectProvider<SignInListener> listeners) {
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
        this.listeners = listeners;
    }

    /** Signs in with the API and keeps the session under a new id. A wrong password is a problem of the API's, status 401. */
    public Mono<Account> signIn(ServerWebExchange exchange, String email, String password) {
        return accounts.signIn(new AccountApi.SignIn(email, password))
                .flatMap(tokens -> accounts.me("Bearer " + tokens.accessToken())
                        .map(Account::from)
                        .flatMap(account -> remember(exchange, account, tokens)
                                .then(tellListeners(exchange, tokens.accessToken()))
                                .thenReturn(account)));
    }

    private Mono<Void> tellListeners(ServerWebExchange exchange, String accessToken) {
        return Flux.defer(() -> Flux.fromStream(listeners.orderedStream()))
                .concatMap(listener -> listener.signedIn(exchange))
                .onErrorResume(VisitorSessions::isRefusalOrOutage, failure -> {
                    LOG.warn("Something was left undone after a sign-in: {}", failure.getMessage());
                    return Flux.empty();
                })
                .then()
                .contextWrite(context -> context.put(Credentials.class, new FreshToken(accessToken)));
    }

    /** The token of a session that just began; it needs no renewal yet. */
    private record FreshToken(String token) implements Credentials {

        @Override
        public Mono<String> accessToken() {
            return Mono.just(token);
        }

        @Override
        public Mono<String> renewed(@Nullable String refused) {
            return Mono.empty();
        }
    }

    private Mono<Void> remember(ServerWebExchange exchange, Account account, AccountApi.Tokens tokens) {
        var issued = SessionState.Tokens.from(tokens, clock.instant());
        return exchange.getSession()
                .flatMap(session -> session.isStarted()
                        ? session.changeSessionId().onErrorMap(SessionsUnavailable::new)
                        : Mono.empty())
                .then(Mono.defer(() -> change(exchange, state -> state.signedIn(account, issued))));
    }

    /** Ends the session here, and at the API the right to renew tokens if it can be reached. */
    public Mono<Void> signOut(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session ->
                        revoke(read(session)).then(session.invalidate().onErrorMap(SessionsUnavailable::new)))
                .doOnSuccess(done -> exchange.getAttributes().put(Visitor.ATTRIBUTE, Visitor.anonymous()));
    }

    private Mono<Void> revoke(@Nullable SessionState state) {
        var tokens = state == null ? null : state.tokens();
        return tokens == null
                ? Mono.empty()
                : accounts.revoke(new AccountApi.Refresh(tokens.refresh()))
                        .onErrorResume(VisitorSessions::isRefusalOrOutage, failure -> {
                            LOG.info("A token was not revoked at sign-out: {}", failure.getMessage());
                            return Mono.empty();
                        });
    }

    /** Remembers the cart and how many things are in it, for the page header. */
    public Mono<Void> rememberCart(ServerWebExchange exchange, String cartId, int itemCount) {
        var visitor = Visitor.of(exchange);
        var known = visitor.cartId().filter(cartId::equals).isPresent() && visitor.cartCount() == itemCount;
        return known ? Mono.empty() : change(exchange, state -> state.withCart(cartId, itemCount));
    }

    /** Forgets the cart, because it was ordered or is gone. */
    public Mono<Void> forgetCart(ServerWebExchange exchange) {
        return Visitor.of(exchange).cartId().isEmpty()
                ? Mono.empty()
                : change(exchange, state -> state.withCart(null, 0));
    }

    Mono<Void> keepTokens(ServerWebExchange exchange, SessionState.Tokens tokens) {
        return change(exchange, state -> state.renewed(tokens));
    }

    /** The visitor has to sign in again: the API no longer accepts the tokens. */
    Mono<Void> forgetAccount(ServerWebExchange exchange) {
        return change(exchange, SessionState::signedOut);
    }

    private Mono<Void> change(ServerWebExchange exchange, UnaryOperator<SessionState> change) {
        return exchange.getSession().flatMap(session -> {
            var current = read(session);
            var next = change.apply(current == null ? fresh() : current);
            session.start();
            session.getAttributes().put(STATE, json.writeValueAsString(next));
            exchange.getAttributes().put(Visitor.ATTRIBUTE, next.visitor());
            return session instanceof OutageTolerantSessionStore.TolerantSession tolerant
                    ? tolerant.saveOrFail().onErrorMap(SessionsUnavailable::new)
                    : session.save();
        });
    }

    /** The platform's default generator reads a file now and then; this one only when it is seeded, which is here. */
    private static SecureRandom seededGenerator() {
        try {
            var generator = SecureRandom.getInstance("DRBG");
            generator.nextLong();
            return generator;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has DRBG", impossible);
        }
    }

    private SessionState fresh() {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new SessionState(HexFormat.of().formatHex(token), null, null, null, 0);
    }

    /** What the session holds; null for a new session and for one that an older version of this application wrote. */
    @Nullable
    SessionState read(WebSession session) {
        if (!(session.getAttribute(STATE) instanceof String text)) {
            return null;
        }
        try {
            return json.readValue(text, SessionState.class);
        } catch (JacksonException unreadable) {
            LOG.warn("A session could not be read and is ignored: {}", unreadable.getOriginalMessage());
            return null;
        }
    }

    private static boolean isRefusalOrOutage(Throwable failure) {
        return failure instanceof ApiProblem || failure instanceof ApiUnavailable;
    }
}
