package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerBalance;

class PayoutRoutingTests {

    private static final BankAccount BANK = new BankAccount("970436", "0011001234567", "HTX DOI GIO");
    private static final PayoutPlan PLAN =
            new PayoutPlan(PayoutPlan.Schedule.ON_REQUEST, null, Money.vnd(1), LocalDate.of(2026, 1, 1));

    @Example
    void paysByTheBankWhomTheGatewayCannotPay() {
        var routed = PayoutRouting.of(
                        List.of(
                                candidate(300_000, BANK, "acct_1"),
                                candidate(300_000, BANK, "acct_2"),
                                candidate(100_000, BANK, null),
                                candidate(100_000, null, "acct_3"),
                                candidate(200_000, null, "acct_4")),
                        Money.vnd(400_000))
                .routed();
        assertThat(routed)
                .extracting(one -> one.destination().way())
                .as("the last has nowhere else to go and waits")
                .containsExactly(PayoutWay.GATEWAY, PayoutWay.BANK_FILE, PayoutWay.BANK_FILE, PayoutWay.GATEWAY);
    }

    @Property(tries = 300)
    void promisesNoMoreThanTheGatewayHas(
            @ForAll @IntRange(max = 30) int shops,
            @ForAll @LongRange(min = -1_000_000, max = 20_000_000) long there,
            @ForAll long seed) {
        var random = new Random(seed);
        var ready = new ArrayList<PayoutCandidate>();
        for (var shop = 0; shop < shops; shop++) {
            ready.add(candidate(
                    1 + random.nextInt(5_000_000),
                    random.nextInt(3) == 0 ? null : BANK,
                    random.nextBoolean() ? "acct_" + shop : null));
        }
        var routed = PayoutRouting.of(ready, Money.vnd(there)).routed();
        var promised = routed.stream()
                .filter(one -> one.destination().way() == PayoutWay.GATEWAY)
                .mapToLong(one -> one.candidate().amount().minor())
                .sum();
        assertThat(promised).isLessThanOrEqualTo(Math.max(0, there));
        assertThat(routed).extracting(PayoutRouting.Routed::candidate).doesNotHaveDuplicates();
        assertThat(ready)
                .filteredOn(candidate -> candidate.account() != null)
                .allSatisfy(candidate -> assertThat(routed)
                        .extracting(PayoutRouting.Routed::candidate)
                        .contains(candidate));
        assertThat(routed)
                .filteredOn(one -> one.destination().way() == PayoutWay.GATEWAY)
                .allSatisfy(
                        one -> assertThat(Objects.requireNonNull(one.candidate().gatewayAccount()))
                                .isEqualTo(((PayoutDestination.AtGateway) one.destination()).account()));
    }

    private static PayoutCandidate candidate(long amount, @Nullable BankAccount account, @Nullable String gateway) {
        var balance = new SellerBalance(Money.vnd(amount), Money.vnd(0), Money.vnd(amount), List.of());
        return new PayoutCandidate(SellerId.generate(), balance, PLAN, account, gateway, null, true, false);
    }
}
