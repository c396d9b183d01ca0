package vn.chophien.indexer.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    @Test
    void waitsTwiceAsLongEachTimeUpToACeiling() {
        assertThat(backoff.after(1, 1)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(2, 1)).isEqualTo(Duration.ofMillis(400));
        assertThat(backoff.after(4, 1)).isEqualTo(Duration.ofMillis(1_600));
        assertThat(backoff.after(6, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(Integer.MAX_VALUE, 1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void staysBetweenHalfOfItAndTheWhole() {
        assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofMillis(800));
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.after(4)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_600));
        }
    }
}
