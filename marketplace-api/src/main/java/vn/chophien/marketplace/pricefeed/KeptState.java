package vn.chophien.marketplace.pricefeed;

import reactor.core.publisher.Mono;

/** Something made of the whole record that is kept as it is now, and takes a while to read the first time. */
public interface KeptState {
    /** Reads it as far as it is not kept yet. */
    Mono<Void> readAhead(KnownAt known);
}
