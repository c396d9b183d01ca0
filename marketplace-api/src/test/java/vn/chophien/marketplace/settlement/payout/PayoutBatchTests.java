package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.PartBook;

class PayoutBatchTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final AccountId DRAFTER = AccountId.generate();
    private static final AccountId SECOND = AccountId.generate();

    private final Payout payout = payout("CT000001-001", 1_234_567);
    private final PayoutBatch batch = batch(payout, payout("CT000001-002", 50_000));

    @Test
    void isApprovedByASecondPersonOnly() {
        assertThatThrownBy(() -> batch.approved(DRAFTER, NOW)).hasMessageContaining("second-person-needed");
        assertThat(batch.approved(SECOND, NOW).state()).isEqualTo(PayoutBatch.State.APPROVED);
    }

    @Test
    void isDecidedOnce() {
        assertThat(batch.discarded(DRAFTER, NOW).decidedBy()).isEqualTo(DRAFTER);
        assertThatThrownBy(() -> batch.discarded(DRAFTER, NOW).approved(SECOND, NOW))
                .hasMessageContaining("payout-batch-decided");
        assertThatThrownBy(() -> batch.approved(SECOND, NOW).discarded(DRAFTER, NOW))
                .hasMessageContaining("payout-batch-decided");
    }

    @Test
    void goesForwardOnly() {
        var sent = payout.sent(NOW);
        var confirmed = sent.confirmed("FT26326000001", NOW);
        assertThatThrownBy(() -> payout.confirmed("FT1", NOW)).hasMessageContaining("illegal-payout-step");
        assertThatThrownBy(() -> confirmed.confirmed("FT2", NOW)).hasMessageContaining("illegal-payout-step");
        assertThatThrownBy(() -> confirmed.returned("closed", NOW).returned("closed", NOW))
                .hasMessageContaining("illegal-payout-step");
        assertThat(confirmed.returned("closed", NOW).bankReference()).isEqualTo("FT26326000001");
    }

    @Test
    void movesMoneyThroughTheBooks() {
        var sent = payout.sent(NOW);
        var confirmed = sent.confirmed("FT26326000001", NOW);
        var way = PartBook.of(List.of(PayoutPosting.sent(sent)));
        assertThat(way.balance(AccountKind.SELLER)).isEqualTo(Money.vnd(-1_234_567));
        assertThat(way.balance(AccountKind.PAYOUT)).isEqualTo(Money.vnd(1_234_567));
        var there = PartBook.of(List.of(PayoutPosting.sent(sent), PayoutPosting.confirmed(confirmed)));
        assertThat(there.balance(AccountKind.PAYOUT)).isEqualTo(Money.vnd(0));
        assertThat(there.balance(AccountKind.BANK)).isEqualTo(Money.vnd(-1_234_567));
    }

    @Test
    void givesTheSellerBackWhatCameBack() {
        var sent = payout.sent(NOW);
        var confirmed = sent.confirmed("FT26326000001", NOW);
        for (var steps : List.of(
                List.of(PayoutPosting.sent(sent), PayoutPosting.returned(sent.returned("closed", NOW))),
                List.of(
                        PayoutPosting.sent(sent),
                        PayoutPosting.confirmed(confirmed),
                        PayoutPosting.returned(confirmed.returned("closed", NOW))))) {
            var book = PartBook.of(steps);
            assertThat(book.balance(AccountKind.SELLER)).isEqualTo(Money.vnd(0));
            assertThat(book.balance(AccountKind.PAYOUT)).isEqualTo(Money.vnd(0));
            assertThat(book.balance(AccountKind.BANK)).isEqualTo(Money.vnd(0));
        }
    }

    @Test
    void tellsTheBankWhatIsOnItsWay() {
        var sent = payout.sent(NOW);
        var confirmed = payout("CT000001-002", 50_000).sent(NOW).confirmed("FT26326000001", NOW);
        assertThat(PayoutFile.write(batch(sent, confirmed))).isEqualTo("""
                no,beneficiary_bin,account_number,account_holder,amount,currency,purpose,reference\r
                1,970436,0011001234567,HTX DOI GIO,1234567,VND,CHOPHIEN CT000001001,CT000001-001\r
                """);
    }

    @Test
    void countsWhatWasNotWithdrawn() {
        assertThat(batch.total()).isEqualTo(Money.vnd(1_284_567));
        assertThat(batch(payout.withdrawn(BatchDeciding.BALANCE_FELL, NOW)).total())
                .isEqualTo(Money.vnd(0));
    }

    private static PayoutBatch batch(Payout... payouts) {
        return new PayoutBatch(
                UUID.randomUUID(), "CT000001", PayoutBatch.State.DRAFTED, DRAFTER, NOW, null, null, List.of(payouts));
    }

    private static Payout payout(String reference, long amount) {
        return new Payout(
                PayoutId.generate(),
                "CT000001",
                reference,
                SellerId.generate(),
                Money.vnd(amount),
                new PayoutDestination.AtBank(new BankAccount("970436", "0011001234567", "HTX DOI GIO")),
                PayoutState.DRAFTED,
                null,
                null,
                Money.vnd(0),
                NOW,
                NOW);
    }
}
