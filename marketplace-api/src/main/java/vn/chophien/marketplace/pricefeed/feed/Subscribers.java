package vn.chophien.marketplace.pricefeed.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Counts those who follow the stream of this instance, and turns away whom it could not hold. */
@Component
class Subscribers {
    private static final int MOST = 5_000;

    private final AtomicInteger present = new AtomicInteger();

    static final class Full extends ProblemException {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-stream-full", HttpStatus.SERVICE_UNAVAILABLE);

        Full() {
            super(TYPE, Map.of(), List.of());
        }
    }

    <T> Mono<Flux<T>> admit(Flux<T> stream) {
        return present.get() >= MOST
                ? Mono.error(Full::new)
                : Mono.just(stream.doOnSubscribe(begun -> present.incrementAndGet())
                        .doFinally(ended -> present.decrementAndGet()));
    }
}
