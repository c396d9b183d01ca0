package vn.chophien.indexer.index;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when a complete index is searched and what was waiting at the start has been written. */
@Component("listingIndex")
public class ListingIndexHealth extends AbstractReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ListingIndices indices;
    private volatile boolean caughtUp;

    ListingIndexHealth(ListingIndices indices) {
        this.indices = indices;
    }

    /** Nothing was left to write when last looked. */
    public void markCaughtUp() {
        caughtUp = true;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        if (!caughtUp) {
            return Mono.just(builder.outOfService()
                    .withDetail("waiting", "initial backlog")
                    .build());
        }
        return indices.current()
                .timeout(PATIENCE)
                .map(name -> builder.up().withDetail("index", name).build())
                .switchIfEmpty(Mono.fromSupplier(() ->
                        builder.outOfService().withDetail("waiting", "index").build()));
    }
}
