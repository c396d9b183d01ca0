package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SlipsTests {
    private final double[] logs = new double[120];

    SlipsTests() {
        Arrays.setAll(logs, t -> 5 + 0.01 * (t % 3));
    }

    @Test
    void aQuoteThatComesBackIsTakenForASlip() {
        logs[60] = 9;
        logs[80] = 0;
        logs[81] = 0;
        assertThat(DoubleStream.of(Slips.without(logs)).boxed())
                .allSatisfy(log -> assertThat(log).isBetween(4.9, 5.1));
    }

    @Test
    void aPriceThatStaysIsKept() {
        Arrays.fill(logs, 60, 120, 6);
        assertThat(Slips.without(logs)).containsExactly(logs);
    }

    @Test
    void aLastQuoteFarOffIsKeptWhereSuchQuotesHaveStayed() {
        Arrays.fill(logs, 40, 80, 6);
        logs[119] = 6;
        assertThat(Slips.without(logs)[119]).isEqualTo(6);
    }

    @Test
    void aLastQuoteFarOffIsDroppedWhereSuchQuotesHaveComeBack() {
        for (int slip : new int[] {20, 50, 80}) {
            logs[slip] = 6;
        }
        logs[119] = 6;
        assertThat(Slips.without(logs)[119]).isBetween(4.9, 5.1);
    }

    @Test
    void aSecondQuoteAtTheNewPriceIsBelieved() {
        for (int slip : new int[] {20, 50, 80}) {
            logs[slip] = 6;
        }
        logs[118] = 6;
        logs[119] = 6;
        assertThat(Slips.without(logs)[119]).isEqualTo(6);
    }
}
