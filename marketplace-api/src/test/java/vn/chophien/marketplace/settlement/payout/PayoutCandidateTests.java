package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerBalance;
import vn.chophien.marketplace.settlement.payout.PayoutCandidate.Standing;

class PayoutCandidateTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final BankAccount ACCOUNT = new BankAccount("970436", "0011001234567", "HTX DOI GIO");

    @Test
    void paysWhatIsAvailableAndDue() {
        assertThat(standing(80_000, 0, ACCOUNT, null, false, false)).isEqualTo(Standing.READY);
    }

    @Test
    void neverPaysWhatStillWaits() {
        assertThat(standing(0, 900_000, ACCOUNT, null, false, false)).isEqualTo(Standing.PENDING);
        assertThat(standing(-1, 900_000, ACCOUNT, null, true, false)).isEqualTo(Standing.OWES);
    }

    @Test
    void saysWhyASellerIsNotPaid() {
        assertThat(standing(49_999, 0, ACCOUNT, null, true, false)).isEqualTo(Standing.BELOW_MINIMUM);
        assertThat(standing(80_000, 0, ACCOUNT, TODAY.minusDays(1), false, false))
                .isEqualTo(Standing.NOT_DUE);
        assertThat(standing(80_000, 0, null, null, false, false)).isEqualTo(Standing.NO_ACCOUNT);
        assertThat(standing(80_000, 0, ACCOUNT, null, false, true)).isEqualTo(Standing.DRAFTED);
    }

    @Test
    void paysOnRequestBeforeThePlannedDay() {
        assertThat(standing(80_000, 0, ACCOUNT, TODAY.minusDays(1), true, false))
                .isEqualTo(Standing.READY);
    }

    private static Standing standing(
            long available,
            long pending,
            @Nullable BankAccount account,
            @Nullable LocalDate last,
            boolean requested,
            boolean drafted) {
        var balance =
                new SellerBalance(Money.vnd(available + pending), Money.vnd(pending), Money.vnd(available), List.of());
        var plan = new PayoutPlan(PayoutPlan.Schedule.WEEKLY, 3, Money.vnd(50_000), LocalDate.of(2026, 1, 1));
        return new PayoutCandidate(SellerId.generate(), balance, plan, account, null, last, requested, drafted)
                .standing(TODAY);
    }
}
