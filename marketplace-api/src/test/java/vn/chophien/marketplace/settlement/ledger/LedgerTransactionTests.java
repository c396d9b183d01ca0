package vn.chophien.marketplace.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

class LedgerTransactionTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final SellerId SHOP = SellerId.generate();
    private static final LedgerAccount GATEWAY = LedgerAccount.of(AccountKind.GATEWAY);
    private static final LedgerAccount PREPAYMENT = LedgerAccount.of(AccountKind.PREPAYMENT);

    @Test
    void refusesWhatDoesNotBalance() {
        assertThatThrownBy(() -> draft().debit(GATEWAY, Purpose.RECEIPT, Money.vnd(500))
                        .credit(PREPAYMENT, Purpose.RECEIPT, Money.vnd(499))
                        .build())
                .hasMessageContaining("out of balance by 1");
        assertThatThrownBy(() -> draft().build()).hasMessageContaining("0 entries");
    }

    @Test
    void refusesAnotherCurrency() {
        assertThatThrownBy(() -> draft().move(GATEWAY, PREPAYMENT, Purpose.RECEIPT, Money.of(5, "USD")))
                .hasMessageContaining("kept in VND, not in USD");
    }

    @Test
    void leavesOutWhatMovesNothing() {
        var transaction = draft().move(GATEWAY, PREPAYMENT, Purpose.RECEIPT, Money.vnd(500))
                .move(GATEWAY, PREPAYMENT, Purpose.SHIPPING, Money.vnd(0))
                .build();
        assertThat(transaction.entries()).hasSize(2);
    }

    @Test
    void namesAnAccountByKindAndOwner() {
        assertThat(GATEWAY).hasToString("gateway");
        assertThat(LedgerAccount.carrier(" GHN ")).hasToString("carrier:GHN");
        assertThat(LedgerAccount.cashOf(SHOP)).hasToString("seller-cash:" + SHOP.value());
        assertThatThrownBy(() -> LedgerAccount.of(AccountKind.SELLER)).hasMessageContaining("has an owner");
        assertThatThrownBy(() -> new LedgerAccount(AccountKind.BANK, "x")).hasMessageContaining("has no owner");
    }

    @Property(tries = 50)
    void isUndoneByItsReversal(@ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long amount) {
        var transaction = draft().move(GATEWAY, PREPAYMENT, Purpose.RECEIPT, Money.vnd(amount))
                .memo(Map.of("method", "CARD"))
                .build();
        var reversal = transaction.reversal(NOW, "typed twice");
        var book = PartBook.of(List.of(transaction, reversal));
        for (var kind : AccountKind.values()) {
            assertThat(book.balance(kind).minor()).isZero();
        }
        assertThat(reversal.reverses()).isEqualTo(transaction.key());
    }

    private static LedgerTransaction.Builder draft() {
        return LedgerTransaction.of("paid:1", TransactionKind.PAID, TransactionSubject.of(SHOP, "DH2611220001-1"), NOW);
    }
}
