package vn.chophien.indexer.index;

import reactor.core.publisher.Mono;

/** Makes sure that a complete index of the current version stands behind the alias. */
public interface IndexRestoration {

    Mono<Void> restore();
}
