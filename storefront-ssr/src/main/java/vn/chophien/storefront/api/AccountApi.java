package vn.chophien.storefront.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Sign-in, sign-up and who somebody is. */
@HttpExchange
public interface AccountApi {

    @PostExchange("/auth/token")
    Mono<Tokens> signIn(@RequestBody SignIn request);

    @PostExchange("/auth/refresh")
    Mono<Tokens> refresh(@RequestBody Refresh request);

    @PostExchange("/auth/revoke")
    Mono<Void> revoke(@RequestBody Refresh request);

    @PostExchange("/accounts")
    Mono<Void> register(@RequestBody Registration request);

    /** Who the token belongs to; the token is given because the session does not know it yet. */
    @GetExchange("/me")
    Mono<Me> me(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization);

    record SignIn(String email, String password) {}

    record Refresh(String refreshToken) {}

    record Tokens(String accessToken, String refreshToken, long expiresIn) {}

    record Registration(
            String email,
            String password,
            String displayName,
            @Nullable String phone,
            boolean acceptedTerms) {}

    record Me(
            String id,
            String email,
            String displayName,
            @Nullable String phone,
            List<String> roles,
            @Nullable OwnShop shop) {
        public Me {
            roles = Wire.orEmpty(roles);
        }
    }

    record OwnShop(String id, String slug, String name) {}
}
