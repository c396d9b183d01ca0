package vn.chophien.storefront.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads lists of the API to their end where a page of ours needs all of one. */
public final class AllPages {
    private AllPages() {}

    /**
     * One page after the other, at least one.
     *
     * @param page by its cursor, which is null for the first
     * @param next the cursor of the page after one; null after the last
     */
    public static <T> Mono<List<T>> of(Function<@Nullable String, Mono<T>> page, Function<T, @Nullable String> next) {
        return page.apply(null)
                .expand(found -> {
                    var cursor = next.apply(found);
                    return cursor == null ? Mono.empty() : page.apply(cursor);
                })
                .collectList();
    }
}
