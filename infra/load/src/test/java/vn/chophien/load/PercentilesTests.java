package vn.chophien.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTests {

    @Test
    void ranksMeasurementsInAnyOrder() {
        var hundred = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        Collections.reverse(hundred);
        var percentiles = new Percentiles(hundred);
        assertThat(percentiles.at(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(percentiles.at(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(percentiles.at(100)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void oneMeasurementIsEveryPercentile() {
        List<Duration> one = List.of(Duration.ofMillis(7));
        assertThat(new Percentiles(one).at(1)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void nothingMeasuredIsNoResult() {
        List<Duration> none = List.of();
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentiles(none));
    }
}
