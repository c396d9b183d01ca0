package vn.chophien.marketplace.settlement.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayDeposit;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;

class DepositTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final AccountId OPERATOR = AccountId.generate();

    /** Whatever arrives, with whatever fee, and comes back: the gateway has less by what the bank has more and what it kept. */
    @Property(tries = 200)
    void movesWhatArrivedAndWhatWasKept(
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = 2_000_000_000) Long> amounts,
            @ForAll @LongRange(min = 0, max = 50_000) long fee,
            @ForAll boolean comesBack) {
        var posted = new ArrayList<LedgerTransaction>();
        for (var amount : amounts) {
            posted.add(DepositPosting.of(deposit("po_" + posted.size(), amount, fee)));
        }
        if (comesBack) {
            posted.addAll(posted.stream()
                    .map(posting -> posting.reversal(NOW, "failed"))
                    .toList());
        }
        var book = PartBook.of(posted);
        var arrived =
                comesBack ? 0 : amounts.stream().mapToLong(Long::longValue).sum();
        var kept = comesBack ? 0 : fee * amounts.size();
        assertThat(book.balance(AccountKind.BANK).minor()).isEqualTo(arrived);
        assertThat(book.balance(AccountKind.GATEWAY_FEE).minor()).isEqualTo(kept);
        assertThat(book.balance(AccountKind.GATEWAY).minor()).isEqualTo(-arrived - kept);
    }

    @Example
    void isTheSameWhoeverSaysItWithTheSameFigures() {
        var reported = Deposit.reported(
                new GatewayDeposit(
                        "po_1", Money.vnd(500_000), Instant.parse("2026-11-20T18:30:00Z"), GatewayDeposit.Status.PAID),
                NOW);
        assertThat(reported.arrivedOn()).as("in Vietnam").isEqualTo("2026-11-21");
        assertThat(reported.saysTheSameAs(Deposit.by(
                        OPERATOR, "po_1", Money.vnd(500_000), Money.vnd(0), LocalDate.of(2026, 11, 21), NOW)))
                .isTrue();
        assertThat(reported.saysTheSameAs(deposit("po_1", 500_000, 1))).isFalse();
    }

    private static Deposit deposit(String reference, long amount, long fee) {
        return Deposit.by(OPERATOR, reference, Money.vnd(amount), Money.vnd(fee), LocalDate.of(2026, 11, 21), NOW);
    }
}
