package vn.chophien.storefront.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.AccountApi;

/** All that a session holds; kept as one JSON text. */
record SessionState(
        String formToken,
        @Nullable Account account,
        @Nullable Tokens tokens,
        @Nullable String cartId,
        int cartCount) {

    /** The API's tokens and when the short-lived one ends. */
    record Tokens(String access, String refresh, Instant accessExpiresAt) {

        private static final Duration MARGIN = Duration.ofSeconds(20);

        static Tokens from(AccountApi.Tokens tokens, Instant now) {
            return new Tokens(tokens.accessToken(), tokens.refreshToken(), now.plusSeconds(tokens.expiresIn()));
        }

        boolean usableAt(Instant now) {
            return now.plus(MARGIN).isBefore(accessExpiresAt);
        }
    }

    Visitor visitor() {
        return new Visitor(
                Optional.ofNullable(account), Optional.ofNullable(cartId), cartCount, Optional.of(formToken));
    }

    SessionState signedIn(Account signedIn, Tokens issued) {
        return new SessionState(formToken, signedIn, issued, cartId, cartCount);
    }

    SessionState renewed(Tokens issued) {
        return new SessionState(formToken, account, issued, cartId, cartCount);
    }

    SessionState signedOut() {
        return new SessionState(formToken, null, null, null, 0);
    }

    SessionState withCart(@Nullable String id, int count) {
        return new SessionState(formToken, account, tokens, id, count);
    }
}
