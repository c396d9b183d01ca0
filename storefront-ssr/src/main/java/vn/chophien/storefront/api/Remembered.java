package vn.chophien.storefront.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Public answers of the API that many pages show, kept for a short while; concurrent readers share one call. When the API
 * fails the last good answer serves on, so a page loses nothing it once had. Keys must be few: nothing is ever dropped.
 */
public final class Remembered<K, V> {

    private final Function<K, Mono<V>> source;
    private final Duration freshFor;
    private final Map<K, Mono<V>> current = new ConcurrentHashMap<>();
    private final Map<K, V> lastGood = new ConcurrentHashMap<>();

    public Remembered(Duration freshFor, Function<K, Mono<V>> source) {
        this.freshFor = freshFor;
        this.source = source;
    }

    /** Fails only when the API fails and has never answered this key. */
    public Mono<V> get(K key) {
        return current.computeIfAbsent(key, this::load).onErrorResume(failure -> {
            var known = lastGood.get(key);
            return known == null ? Mono.error(failure) : Mono.just(known);
        });
    }

    private Mono<V> load(K key) {
        // The first reader's token must not speak for all others.
        return Mono.defer(() -> source.apply(key))
                .contextWrite(context -> context.delete(Credentials.class))
                .doOnNext(value -> lastGood.put(key, value))
                .cache(value -> freshFor, failure -> Duration.ZERO, () -> Duration.ZERO);
    }
}
