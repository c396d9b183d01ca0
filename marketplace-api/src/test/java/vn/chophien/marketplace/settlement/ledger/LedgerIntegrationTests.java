package vn.chophien.marketplace.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

@MarketplaceTest
class LedgerIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);

    @Autowired
    private Ledger ledger;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    private SellerId shop;
    private LedgerAccount account;

    @BeforeEach
    void openAShop() {
        shop = SellerId.generate();
        account = LedgerAccount.seller(shop);
    }

    @Test
    void postsAKeyOnce() {
        var sale = sale("sale:" + shop, 98_000);
        assertThat(ledger.post(sale).block()).isTrue();
        assertThat(ledger.post(sale).block()).isFalse();
        assertThat(ledger.find(sale.key()).block()).isEqualTo(sale);
        assertThat(balance()).isEqualTo(-98_000);
    }

    @Test
    void postsAKeyOnceForTwins() {
        var sale = sale("twins:" + shop, 98_000);
        var posted = Flux.range(0, 20)
                .flatMap(twin -> ledger.post(sale).as(transaction::transactional), 10)
                .filter(first -> first)
                .count();
        assertThat(posted.block(Duration.ofSeconds(20))).isEqualTo(1);
        assertThat(balance()).isEqualTo(-98_000);
    }

    @Test
    void takesATransactionBackOnce() {
        var sale = sale("wrong:" + shop, 98_000);
        ledger.post(sale).block();
        assertThat(ledger.reverse(sale.key(), "typed twice", NOW).block()).isTrue();
        assertThat(ledger.reverse(sale.key(), "typed twice", NOW).block()).isFalse();
        assertThat(ledger.reverse("none:" + shop, "typed twice", NOW).block()).isNull();
        assertThat(balance()).isZero();
    }

    @Test
    void letsTheDatabaseRefuseWhatDoesNotBalance() {
        assertThatThrownBy(() -> write(1_000, -999)).hasMessageContaining("out of balance by 1");
        assertThatThrownBy(() -> write(1_000, 0)).hasMessageContaining("moves_something");
        assertThatThrownBy(() -> insertHead(UUID.randomUUID()).block()).hasMessageContaining("has 0 entries");
        var whole = UUID.randomUUID();
        insertHead(whole)
                .then(insertEntries(whole, 1, 1_000, -1_000))
                .as(transaction::transactional)
                .block();
        assertThatThrownBy(() -> insertEntries(whole, 3, 5, -4).block()).hasMessageContaining("out of balance by 1");
        assertThatThrownBy(() -> insertEntries(whole, 3, 5, -5).block()).hasMessageContaining("was posted before");
    }

    @Test
    void letsTheDatabaseRefuseAnUnknownAccount() {
        var id = UUID.randomUUID();
        assertThatThrownBy(() -> insertHead(id)
                        .then(database.sql("""
                                INSERT INTO ledger_entry (transaction_id, position, account, purpose, amount)
                                VALUES (:id, 1, 'bank', 'RECEIPT', 5), (:id, 2, 'nobody', 'RECEIPT', -5)
                                """).bind("id", id).then())
                        .as(transaction::transactional)
                        .block())
                .hasMessageContaining("unknown account nobody");
    }

    @Test
    void letsTheDatabaseRefuseAnyChange() {
        ledger.post(sale("kept:" + shop, 98_000)).block();
        for (var table : new String[] {"ledger_account", "ledger_transaction", "ledger_entry"}) {
            assertThatThrownBy(() -> run("DELETE FROM " + table)).hasMessageContaining("never changed or removed");
            assertThatThrownBy(() -> run("TRUNCATE " + table + " CASCADE")).hasMessageContaining("never changed");
        }
        assertThatThrownBy(() -> run("UPDATE ledger_entry SET amount = 1")).hasMessageContaining("post a reversal");
        assertThatThrownBy(() -> run("UPDATE ledger_transaction SET currency = 'USD'"))
                .hasMessageContaining("post a reversal");
    }

    @Test
    void letsTheDatabaseKeepAllHistory() {
        for (var table : List.of("stock_change", "seller_order_event", "seller_order_reduction", "payment_audit")) {
            assertThatThrownBy(() -> run("DELETE FROM " + table)).hasMessageContaining("never changed or removed");
            assertThatThrownBy(() -> run("TRUNCATE " + table + " CASCADE")).hasMessageContaining("never changed");
        }
        assertThatThrownBy(() -> run("UPDATE seller_order_reduction SET goods = 1"))
                .hasMessageContaining("never changed");
    }

    private LedgerTransaction sale(String key, long amount) {
        return LedgerTransaction.of(key, TransactionKind.PAYOUT_RETURNED, TransactionSubject.of(shop, "CT-1"), NOW)
                .move(BANK, account, Purpose.PAYOUT, Money.vnd(amount))
                .memo(Map.of("method", "CARD"))
                .build();
    }

    private long balance() {
        return Objects.requireNonNull(ledger.balance(account).block());
    }

    private void write(long debit, long credit) {
        var id = UUID.randomUUID();
        insertHead(id)
                .then(insertEntries(id, 1, debit, credit))
                .as(transaction::transactional)
                .block();
    }

    private Mono<Void> insertHead(UUID id) {
        return database.sql("""
                WITH known AS (
                    INSERT INTO ledger_account (code, kind) VALUES ('bank', 'BANK') ON CONFLICT (code) DO NOTHING
                )
                INSERT INTO ledger_transaction (id, key, kind, occurred_at)
                VALUES (:id, CAST(:id AS text), 'CAPTURED', now())
                """).bind("id", id).then();
    }

    private Mono<Void> insertEntries(UUID id, int position, long debit, long credit) {
        return database.sql("""
                INSERT INTO ledger_entry (transaction_id, position, account, purpose, amount)
                VALUES (:id, :position, 'bank', 'RECEIPT', :debit), (:id, :position + 1, 'bank', 'RECEIPT', :credit)
                """)
                .bind("id", id)
                .bind("position", position)
                .bind("debit", debit)
                .bind("credit", credit)
                .then();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
