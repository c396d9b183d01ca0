package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UsualPriceTests {
    @Test
    void aWalkIsWhereItWasLast() {
        var logs = Simulated.randomWalk(0.02, 300, 1);
        assertThat(UsualPrice.of(logs, logs, 14)).isEqualTo(logs[299]);
    }

    @Test
    void aPriceThatHoldsBehindJumpyQuotesIsTheirMedian() {
        var logs = new double[300];
        Arrays.setAll(logs, t -> 5 + (t % 4 == 3 ? 0.3 : 0));
        assertThat(UsualPrice.of(logs, logs, 14)).isEqualTo(5);
    }
}
