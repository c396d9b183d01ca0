package vn.chophien.marketplace.search;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers of the index that may be a little old. An old one is given at once and asked for again behind it, so that nobody waits for what
 * somebody asked before; an answer that nobody wanted for long is forgotten, and a failure is never remembered.
 */
final class RecentAnswers<Q, A> {

    private final AsyncLoadingCache<Q, A> answers;

    RecentAnswers(int most, SearchSettings settings, Function<Q, Mono<A>> ask) {
        this(most, settings, Ticker.systemTicker(), ask);
    }

    RecentAnswers(int most, SearchSettings settings, Ticker ticker, Function<Q, Mono<A>> ask) {
        this.answers = Caffeine.newBuilder()
                .maximumSize(most)
                .refreshAfterWrite(settings.askAgainAfter())
                .expireAfterWrite(settings.forgetAfter())
                .ticker(ticker)
                .buildAsync((question, executor) -> ask.apply(question).toFuture());
    }

    /** Waits only for an answer that is not known. */
    Mono<A> of(Q question) {
        // Others may wait for the same answer when this one goes away.
        boolean goesOn = true;
        return Mono.fromFuture(() -> answers.get(question), goesOn);
    }

    /** What is known, or null. */
    @Nullable
    A known(Q question) {
        var answer = answers.getIfPresent(question);
        return answer == null || !answer.isDone() || answer.isCompletedExceptionally() ? null : answer.getNow(null);
    }

    void remember(Q question, A answer) {
        answers.put(question, CompletableFuture.completedFuture(answer));
    }
}
