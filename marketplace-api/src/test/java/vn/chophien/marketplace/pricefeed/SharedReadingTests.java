package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SharedReadingTests {
    private final SharedReading<String, Integer> reading = new SharedReading<>();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void whoAsksMeanwhileGetsTheSameAnswer() {
        var record = Sinks.<Integer>one();
        var first = ask("a", record.asMono()).toFuture();
        var second = ask("a", record.asMono()).toFuture();
        var other = ask("b", Mono.just(2)).toFuture();
        assertThat(other).isCompletedWithValue(2);
        assertThat(readings).hasValue(2);

        record.tryEmitValue(1);
        assertThat(first).isCompletedWithValue(1);
        assertThat(second).isCompletedWithValue(1);
    }

    @Test
    void whoGoesAwayDoesNotTakeTheAnswerFromOthers() {
        var record = Sinks.<Integer>one();
        var impatient = ask("a", record.asMono()).subscribe();
        var patient = ask("a", record.asMono()).toFuture();
        impatient.dispose();
        record.tryEmitValue(1);
        assertThat(patient).isCompletedWithValue(1);
        assertThat(readings).hasValue(1);
    }

    @Test
    void whoAsksLaterIsAnsweredAnewEvenAfterAFailure() {
        StepVerifier.create(ask("a", Mono.error(new IllegalStateException("away"))))
                .verifyErrorMessage("away");
        StepVerifier.create(ask("a", Mono.just(1))).expectNext(1).verifyComplete();
        StepVerifier.create(ask("a", Mono.just(2))).expectNext(2).verifyComplete();
        assertThat(readings).hasValue(3);
    }

    private Mono<Integer> ask(String what, Mono<Integer> record) {
        return reading.read(what, () -> {
            readings.incrementAndGet();
            return record;
        });
    }
}
