package vn.chophien.storefront.api;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The signed-in visitor's right to call the API, found in the Reactor context under this type. Both methods complete empty
 * when the visitor has to sign in again.
 */
public interface Credentials {

    /** A bearer token that is good for at least a few seconds more. */
    Mono<String> accessToken();

    /** A token to use after the API refused {@code refused}; concurrent callers share one renewal. */
    Mono<String> renewed(@Nullable String refused);
}
