package vn.chophien.marketplace.security;

import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bounds what one client may do without an account. What comes from this machine is not counted. */
@Component
public class ClientLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final RateLimit rateLimit;
    private final ClientLimitSettings settings;

    ClientLimits(RateLimit rateLimit, ClientLimitSettings settings) {
        this.rateLimit = rateLimit;
        this.settings = settings;
    }

    /** What is bounded. */
    public enum Activity {
        SIGN_IN_FAILURE,
        NEW_ACCOUNT,
        NEW_CART
    }

    /** Counts an attempt; completes, or fails with the problem {@code too-many-attempts} once the limit is passed. */
    public Mono<Void> attempt(Activity activity, ClientAddress client) {
        return client.isOurs()
                ? Mono.empty()
                : rateLimit.attempt(key(activity), subject(client), limit(activity), WINDOW);
    }

    /** Takes an attempt back that turned out not to count. */
    public Mono<Void> takeBack(Activity activity, ClientAddress client) {
        return client.isOurs() ? Mono.empty() : rateLimit.takeBack(key(activity), subject(client));
    }

    int limit(Activity activity) {
        return switch (activity) {
            case SIGN_IN_FAILURE -> settings.signInFailures();
            case NEW_ACCOUNT -> settings.accounts();
            case NEW_CART -> settings.carts();
        };
    }

    private static String key(Activity activity) {
        return "client-" + activity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String subject(ClientAddress client) {
        return client.hashed();
    }
}
