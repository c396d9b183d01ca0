package vn.chophien.marketplace.pricefeed;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Lets all who ask for the same thing while it is being read wait for that one reading: what takes the whole record would
 * otherwise be read as often as there are readers, and be in memory as often. Not for questions within a transaction, as
 * the one reading may be somebody else's.
 */
public final class SharedReading<K, V> {
    private final ConcurrentMap<K, Mono<V>> underWay = new ConcurrentHashMap<>();

    public Mono<V> read(K what, Supplier<Mono<V>> how) {
        return Mono.defer(() -> underWay.computeIfAbsent(
                what, key -> how.get().doFinally(end -> underWay.remove(key)).cache()));
    }
}
