package vn.chophien.indexer.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final AtomicLong clock = new AtomicLong(-5_000_000_000L);
    private final Pace pace = new Pace(1_000, clock::get);

    @Test
    void keepsToSoManyListingsASecond() {
        assertThat(pace.before(500)).isZero();
        assertThat(pace.before(500)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.before(500)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void countsTheTimeThatAPageTakes() {
        pace.before(500);
        pass(Duration.ofMillis(400));
        assertThat(pace.before(500)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void doesNotMakeUpForLostTime() {
        pace.before(500);
        pass(Duration.ofMinutes(1));
        assertThat(pace.before(500)).isZero();
        assertThat(pace.before(500)).isEqualTo(Duration.ofMillis(500));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
