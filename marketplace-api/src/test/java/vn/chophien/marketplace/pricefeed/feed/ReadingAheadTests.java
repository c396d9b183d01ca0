package vn.chophien.marketplace.pricefeed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.chophien.marketplace.pricefeed.KeptState;
import vn.chophien.marketplace.pricefeed.KnownAt;

class ReadingAheadTests {
    private final AtomicInteger vintage = new AtomicInteger(1);
    private final Mono<KnownAt> latest =
            Mono.fromSupplier(() -> new KnownAt(vintage.get(), null, Instant.EPOCH, LocalDate.of(2026, 11, 22), false));
    private final List<String> read = new ArrayList<>();

    @Test
    void everythingIsReadAtEachRing() {
        var rings = Sinks.many().unicast().<Integer>onBackpressureBuffer();
        var reading = ReadingAhead.ahead(rings.asFlux(), latest, List.of(kept("a"), kept("b")))
                .subscribe();
        rings.tryEmitNext(0);
        vintage.set(2);
        rings.tryEmitNext(2);
        assertThat(read).containsExactly("a1", "b1", "a2", "b2");
        reading.dispose();
    }

    @Test
    void aFailureKeepsNothingElseFromBeingRead() {
        var rings = Sinks.many().unicast().<Integer>onBackpressureBuffer();
        KeptState failing = known -> Mono.error(new IllegalStateException("the database is away"));
        var reading = ReadingAhead.ahead(rings.asFlux(), latest, List.of(failing, kept("b")))
                .subscribe();
        rings.tryEmitNext(0);
        rings.tryEmitNext(1);
        assertThat(read).containsExactly("b1", "b1");
        reading.dispose();
    }

    @Test
    void ringsWhileItReadsAreAnsweredByOneReading() {
        var rings = Sinks.many().multicast().<Integer>directBestEffort();
        var first = Sinks.<Void>empty();
        var times = new AtomicInteger();
        KeptState slow = known -> Mono.defer(() -> {
            read.add("s" + known.vintage());
            return times.incrementAndGet() == 1 ? first.asMono() : Mono.empty();
        });
        var reading = ReadingAhead.ahead(rings.asFlux(), latest, List.of(slow)).subscribe();
        rings.tryEmitNext(1);
        for (int published = 2; published <= 9; published++) {
            vintage.set(published);
            rings.tryEmitNext(published);
        }
        first.tryEmitEmpty();
        assertThat(read).startsWith("s1").endsWith("s9").hasSizeLessThanOrEqualTo(3);
        reading.dispose();
    }

    private KeptState kept(String name) {
        return known -> Mono.fromRunnable(() -> read.add(name + known.vintage()));
    }
}
