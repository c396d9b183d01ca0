package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;

class RefundSharesTests {

    @Test
    void letsOnePayWhoHasAllOfIt() {
        assertThat(shares(100, 100, 300)).isEqualTo(shared(100, 0));
        assertThat(shares(100, 300, 100)).isEqualTo(shared(100, 0));
        assertThat(shares(100, 99, 100)).isEqualTo(shared(0, 100));
        assertThat(shares(100, 0, 100)).isEqualTo(shared(0, 100));
    }

    @Test
    void letsBothPayWhatEachHas() {
        assertThat(shares(100, 99, 99)).isEqualTo(shared(99, 1));
        assertThat(shares(398, 300, 98)).isEqualTo(shared(300, 98));
    }

    /** However much goes back in however many steps: nobody pays more than it received, and nothing that was received cannot be paid. */
    @Property(tries = 400)
    void givesBackAllThatWasPaidAndNobodyMoreThanItHas(
            @ForAll @LongRange(min = 0, max = 1_000_000) long platform,
            @ForAll @LongRange(min = 0, max = 1_000_000) long shop,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 600_000) Long> steps) {
        var atPlatform = platform;
        var atShop = shop;
        for (var step : steps) {
            var amount = Math.min(step, atPlatform + atShop);
            if (amount > 0) {
                var shares = shares(amount, atPlatform, atShop);
                atPlatform -= shares.ofPlatform().minor();
                atShop -= shares.ofShop().minor();
                assertThat(shares.ofPlatform().plus(shares.ofShop()).minor()).isEqualTo(amount);
                assertThat(shares.ofPlatform().isNegative() || shares.ofShop().isNegative())
                        .isFalse();
                assertThat(atPlatform).isNotNegative();
                assertThat(atShop).isNotNegative();
            }
        }
        if (atPlatform + atShop > 0) {
            assertThat(shares(atPlatform + atShop, atPlatform, atShop)).isEqualTo(shared(atPlatform, atShop));
        }
    }

    private static RefundShares shares(long amount, long atPlatform, long atShop) {
        return RefundShares.of(Money.vnd(amount), Money.vnd(atPlatform), Money.vnd(atShop));
    }

    private static RefundShares shared(long ofPlatform, long ofShop) {
        return new RefundShares(Money.vnd(ofPlatform), Money.vnd(ofShop));
    }
}
