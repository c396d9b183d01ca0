package vn.chophien.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTests {

    @Test
    void ranksMeasurementsInAnyOrder() {
        Collection<Duration> hundred = new HashSet<>(
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        var percentiles = new Percentiles(hundred);
        assertThat(percentiles.at(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(percentiles.at(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(percentiles.at(100)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void oneMeasurementIsEveryPercentile() {
        Collection<Duration> one = List.of(Duration.ofMillis(7));
        assertThat(new Percentiles(one).at(1)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void nothingMeasuredIsNoResult() {
        Collection<Duration> none = List.of();
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentiles(none));
    }
}
