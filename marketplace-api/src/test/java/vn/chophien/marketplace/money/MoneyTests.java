package vn.chophien.marketplace.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTests {
    @Test
    void calculatesExactly() {
        assertThat(Money.vnd(500).plus(Money.vnd(250)).minus(Money.vnd(1000))).isEqualTo(Money.vnd(-250));
        assertThat(Money.vnd(12_500).times(3)).isEqualTo(Money.vnd(37_500));
        assertThat(Money.vnd(-1).isNegative()).isTrue();
        assertThatThrownBy(() -> Money.vnd(Long.MAX_VALUE).plus(Money.vnd(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatThrownBy(() -> Money.vnd(1).plus(Money.of(1, "USD"))).hasMessageContaining("USD");
    }

    @Test
    void givesWhatRoundingLeavesToTheLargestRemainders() {
        assertThat(Money.vnd(100).allocate(1, 1, 1)).containsExactly(Money.vnd(34), Money.vnd(33), Money.vnd(33));
        assertThat(Money.vnd(10).allocate(5, 3, 0, 1))
                .containsExactly(Money.vnd(6), Money.vnd(3), Money.vnd(0), Money.vnd(1));
        assertThat(Money.vnd(-100).allocate(1, 1, 1)).containsExactly(Money.vnd(-34), Money.vnd(-33), Money.vnd(-33));
    }

    @Test
    void neverLosesADongBetweenShares() {
        var random = new Random(20261121);
        for (int round = 0; round < 2_000; round++) {
            var amount = Money.vnd(random.nextLong(-10_000_000_000L, 10_000_000_000L));
            var weights = random.longs(1 + random.nextInt(9), 0, 1_000_000_000_000L)
                    .map(weight -> weight + 1)
                    .toArray();
            assertThat(amount.allocate(weights).stream().reduce(Money.vnd(0), Money::plus))
                    .isEqualTo(amount);
        }
    }

    @Test
    void refusesWeightsThatSayNothing() {
        assertThatThrownBy(() -> Money.vnd(1).allocate()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.vnd(1).allocate(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.vnd(1).allocate(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
