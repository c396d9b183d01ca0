package vn.chophien.marketplace.settlement.feeinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.TestShops;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;
import vn.chophien.marketplace.sql.Columns;

@MarketplaceTest
class FeeInvoiceIntegrationTests {

    private static final YearMonth LAST =
            YearMonth.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusMonths(1);

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Ledger ledger;

    @Autowired
    private FeeInvoiceSchedule schedule;

    @Test
    void drawsEachMonthByItselfOnce() {
        var shop = new TestShops(database).shopIn("66");
        var account = LedgerAccount.seller(shop.id());
        var month = YearMonth.of(2025, 3);
        Instant sold =
                month.atDay(5).atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
        ledger.post(LedgerTransaction.of(
                                "delivered:" + shop.slug(),
                                TransactionKind.DELIVERED,
                                TransactionSubject.of(shop.id(), "DH-2"),
                                sold)
                        .move(account, LedgerAccount.of(AccountKind.COMMISSION), Purpose.COMMISSION, Money.vnd(25_000))
                        .build())
                .block();
        schedule.draw(month.atEndOfMonth().plusDays(1)).block();
        assertThat(drawn(month)).as("the last evening may still be booked").isZero();
        schedule.draw(month.atEndOfMonth().plusDays(2)).block();
        schedule.draw(month.atEndOfMonth().plusDays(3)).block();
        assertThat(drawn(month)).isEqualTo(1);
    }

    private long drawn(YearMonth month) {
        return Objects.requireNonNull(database.sql("SELECT count(*) AS drawn FROM fee_invoice WHERE month = :month")
                .bind("month", month.atDay(1))
                .map(row -> Columns.number(row, "drawn"))
                .one()
                .block());
    }

    @Test
    void invoicesWhatASellerPaidDirectlyOwes() {
        var shop = new TestShops(database).shopIn("66");
        var account = LedgerAccount.seller(shop.id());
        var cash = LedgerAccount.cashOf(shop.id());
        var part = new SellerOrderId(UUID.randomUUID());
        var subject = new TransactionSubject(new OrderId(part.value()), part, shop.id(), "DH-1");
        Instant sold = LAST.atDay(5).atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
        ledger.post(LedgerTransaction.of("delivered:" + part.value(), TransactionKind.DELIVERED, subject, sold)
                        .move(cash, account, Purpose.GOODS, Money.vnd(500_000))
                        .move(account, LedgerAccount.of(AccountKind.COMMISSION), Purpose.COMMISSION, Money.vnd(25_000))
                        .move(account, cash, Purpose.SET_OFF, Money.vnd(500_000))
                        .build())
                .block();
        ledger.post(LedgerTransaction.of(
                                "reduced:" + part.value(),
                                TransactionKind.REDUCED,
                                subject,
                                sold.plus(Duration.ofDays(1)))
                        .move(
                                LedgerAccount.of(AccountKind.COMMISSION),
                                account,
                                Purpose.COMMISSION_BACK,
                                Money.vnd(5_000))
                        .build())
                .block();

        draw(LAST.plusMonths(1), 400);
        draw(LAST, 200);
        var drawn = draw(LAST, 200);
        assertThat(of(drawn, shop.slug(), "charged")).isEqualTo(25_000);
        assertThat(of(drawn, shop.slug(), "handed_back")).isEqualTo(5_000);
        assertThat(of(drawn, shop.slug(), "amount")).isEqualTo(20_000);
        assertThat(of(drawn, shop.slug(), "outstanding")).isEqualTo(20_000);

        List<String> numbers = JsonPath.read(drawn, "$.items[?(@.shop_slug=='%s')].number".formatted(shop.slug()));
        assertThat(numbers).as("drawn once").hasSize(1);
        var reference = "FT-" + part.value();
        pay(numbers.getFirst(), reference);
        pay(numbers.getFirst(), reference);
        assertThat(ledger.balance(account).block()).isZero();
        assertThat(read("/api/v1/operator/fee-invoices/file.csv?month=" + LAST)).contains(numbers.getFirst());
        assertThatThrownBy(() -> database.sql("UPDATE fee_invoice SET charged = 0")
                        .then()
                        .block())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void invoicesAFeeThatWasPostedLateWithTheNextMonth() {
        var shop = new TestShops(database).shopIn("66");
        database.sql("UPDATE seller SET name_vi = '=1+2' WHERE id = :id")
                .bind("id", shop.id().value())
                .then()
                .block();
        var before = LAST.minusMonths(1);
        charge(shop, TransactionKind.DELIVERED, Purpose.COMMISSION, before, 10_000);
        assertThat(of(draw(before, 200), shop.slug(), "charged")).isEqualTo(10_000);
        charge(shop, TransactionKind.DELIVERED, Purpose.COMMISSION, before, 3_000);
        charge(shop, TransactionKind.REDUCED, Purpose.COMMISSION_BACK, before, -1_000);
        charge(shop, TransactionKind.DELIVERED, Purpose.COMMISSION, LAST, 500);
        assertThat(of(draw(before, 200), shop.slug(), "charged"))
                .as("stays as it was drawn")
                .isEqualTo(10_000);
        var next = draw(LAST, 200);
        assertThat(of(next, shop.slug(), "charged")).isEqualTo(3_500);
        assertThat(of(next, shop.slug(), "handed_back")).isEqualTo(1_000);
        assertThat(of(next, shop.slug(), "outstanding")).isEqualTo(12_500);
        assertThat(read("/api/v1/operator/fee-invoices/file.csv?month=" + LAST)).contains(",'=1+2,");
    }

    private void charge(TestShops.TestShop shop, TransactionKind kind, Purpose purpose, YearMonth month, long amount) {
        var part = new SellerOrderId(UUID.randomUUID());
        var seller = LedgerAccount.seller(shop.id());
        var commission = LedgerAccount.of(AccountKind.COMMISSION);
        ledger.post(LedgerTransaction.of(
                                "late:" + part.value(),
                                kind,
                                new TransactionSubject(new OrderId(part.value()), part, shop.id(), "DH-1"),
                                month.atDay(5)
                                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                                        .toInstant())
                        .move(
                                amount > 0 ? seller : commission,
                                amount > 0 ? commission : seller,
                                purpose,
                                Money.vnd(Math.abs(amount)))
                        .build())
                .block();
    }

    private String draw(YearMonth month, int status) {
        return body(accounts.operator()
                .on(client)
                .post()
                .uri("/api/v1/operator/fee-invoices/drawings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"month\":\"" + month + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private void pay(String number, String reference) {
        assertThat(body(accounts.operator()
                        .on(client)
                        .post()
                        .uri("/api/v1/operator/fee-invoices/" + number + "/payments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"bank_reference\":\"" + reference + "\",\"amount\":20000}")
                        .exchange()
                        .expectStatus()
                        .isOk()))
                .contains("\"paid\":20000");
    }

    private String read(String uri) {
        return body(accounts.operator()
                .on(client)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static long of(String page, String slug, String field) {
        List<Number> found = JsonPath.read(page, "$.items[?(@.shop_slug=='%s')].%s".formatted(slug, field));
        return found.getFirst().longValue();
    }
}
