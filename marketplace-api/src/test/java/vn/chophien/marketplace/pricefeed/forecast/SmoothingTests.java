package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothingTests {
    /** The flow of the Nile at Aswan, 1871 to 1970 (Cobb 1978): the textbook example of a level that drifts. */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    /**
     * Durbin and Koopman (2012, section 2.10) estimate variances of 15,099 and 1,469.1 for the local level model of it; its
     * Kalman gain settles at 0.27, which is simple smoothing's weight, and its level in 1970 is 798.4.
     */
    @Test
    void findsTheWeightThatIsPublishedForTheNile() {
        var fitted = FittedSmoothing.fit(new Smoothing(false, 1), NILE);
        assertThat(fitted.levelWeight()).isCloseTo(0.27, within(0.03));
        assertThat(fitted.ahead(1).mean()[0]).isCloseTo(798.4, within(10.0));
    }

    @Test
    void followsASeasonThatIsThere() {
        var logs = new double[120];
        Arrays.setAll(logs, t -> 3 + 0.2 * Math.sin(2 * Math.PI * t / 12) + 0.01 * Math.sin(7.0 * t * t));
        var seasonal = FittedSmoothing.fit(new Smoothing(false, 12), logs);
        var simple = FittedSmoothing.fit(new Smoothing(false, 1), logs);
        assertThat(seasonal.criterion()).isLessThan(simple.criterion() - 100);
        var ahead = seasonal.ahead(12).mean();
        for (int h = 0; h < 12; h++) {
            assertThat(ahead[h]).isCloseTo(3 + 0.2 * Math.sin(2 * Math.PI * h / 12), within(0.02));
        }
    }

    @Test
    void prefersNoSeasonWhereThereIsNone() {
        var logs = Simulated.randomWalk(0.05, 200, 4);
        assertThat(FittedSmoothing.fit(new Smoothing(false, 1), logs).criterion())
                .isLessThan(FittedSmoothing.fit(new Smoothing(false, 12), logs).criterion());
    }

    /** What one error does to later means is what makes them uncertain. */
    @ParameterizedTest
    @CsvSource({"false,1", "true,1", "false,12", "true,12"})
    void isAsUncertainAsErrorsTravelFar(boolean trended, int seasons) {
        var shape = new Smoothing(trended, seasons);
        var weights = new Smoothing.Weights(0.4, trended ? 0.1 : 0, trended ? 0.9 : 0, seasons > 1 ? 0.2 : 0);
        var missed = shape.new Run(weights);
        missed.step(1);
        var met = shape.new Run(weights);
        met.step(0);
        var effect = IntStream.range(0, 24)
                .mapToDouble(h -> missed.means(24)[h] - met.means(24)[h])
                .toArray();
        var deviations = shape.new Run(weights).deviations(25, 4);
        double variance = 4;
        assertThat(deviations[0]).isEqualTo(2);
        for (int h = 1; h <= 24; h++) {
            variance += 4 * effect[h - 1] * effect[h - 1];
            assertThat(deviations[h]).isCloseTo(Math.sqrt(variance), within(1e-9));
        }
    }

    @Test
    void wouldHaveSaidEarlierWhatItsStatesWereThen() {
        var logs = Simulated.randomWalk(0.1, 80, 9);
        var fitted = FittedSmoothing.fit(new Smoothing(true, 1), logs);
        assertThat(fitted.within(new int[] {40, 79}, 6)[1])
                .containsExactly(fitted.ahead(6).mean());
    }

    @Test
    void thetaAddsHalfTheSlope() {
        var line = IntStream.range(0, 60).mapToDouble(t -> 1 + 0.02 * t).toArray();
        var theta = new Theta(FittedSmoothing.fit(new Smoothing(false, 1), line), line);
        var ahead = theta.ahead(4).mean();
        assertThat(ahead[3] - ahead[0]).isCloseTo(0.03, within(1e-9));
        assertThat(theta.within(new int[] {59}, 4)[0]).containsExactly(ahead);
    }
}
