package vn.chophien.storefront.operatordesk;

import reactor.core.publisher.Flux;

/** Looks for work that waits for the operator; empty when there is none. */
@FunctionalInterface
public interface NeedsAttention {

    Flux<Item> look();

    /**
     * @param kind its text is {@code operatordesk.attention.<kind>} with {@code count}
     * @param path the page where the work is done
     */
    record Item(String kind, long count, String path) {}
}
