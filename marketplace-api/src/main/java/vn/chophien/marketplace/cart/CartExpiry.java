package vn.chophien.marketplace.cart;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets carts that nobody changed for a long time. */
@Component
class CartExpiry {

    private static final int BATCH = 1_000;

    private final CartRepository carts;
    private final InstantSource clock;

    CartExpiry(CartRepository carts, InstantSource clock) {
        this.carts = carts;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOldCarts() {
        return Mono.defer(() -> carts.deleteExpired(BATCH, clock.instant()));
    }
}
