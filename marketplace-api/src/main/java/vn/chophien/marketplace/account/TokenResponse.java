package vn.chophien.marketplace.account;

import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.AccessTokens.AccessToken;

/** What a client gets for signing in. */
record TokenResponse(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    static TokenResponse of(AccessToken access, SecretToken refresh) {
        return new TokenResponse(
                access.value(), refresh.value(), "Bearer", access.lifetime().toSeconds());
    }
}
