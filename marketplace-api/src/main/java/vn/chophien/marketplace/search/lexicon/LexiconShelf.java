package vn.chophien.marketplace.search.lexicon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.vietnamese.Lexicon;

/** Dictionaries by version, read once each; there are never more than the two that follow each other. */
@Component
class LexiconShelf {

    private static final int MOST = 2;

    private final Map<Long, Lexicon> known = new ConcurrentHashMap<>();
    private final LexiconRepository lexicons;

    LexiconShelf(LexiconRepository lexicons) {
        this.lexicons = lexicons;
    }

    Mono<Lexicon> get(long version) {
        return Mono.defer(() -> {
            var read = known.get(version);
            return read != null ? Mono.just(read) : load(version);
        });
    }

    /** The one that was in force before, which may be the one of the build. */
    Mono<Lexicon> before(long version) {
        return lexicons.before(version).flatMap(this::get).switchIfEmpty(Mono.fromSupplier(Lexicon::ofTheMarket));
    }

    private Mono<Lexicon> load(long version) {
        return lexicons.content(version)
                .publishOn(Schedulers.boundedElastic()) // a few thousand lines: not on the thread that answers buyers
                .map(Lexicon::of)
                .doOnNext(lexicon -> {
                    if (known.size() >= MOST) {
                        known.keySet().stream().sorted().findFirst().ifPresent(known::remove);
                    }
                    known.put(version, lexicon);
                });
    }
}
