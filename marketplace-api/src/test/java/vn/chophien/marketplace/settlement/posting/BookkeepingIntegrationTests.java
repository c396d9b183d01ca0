package vn.chophien.marketplace.settlement.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestShops.TestShop;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderNumber;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.paymentsandbox.Faults;

class BookkeepingIntegrationTests extends BuyingTests {

    private static final String DESK = "/api/v1/seller/orders/";

    @Autowired
    private Ledger ledger;

    @Autowired
    private OrderHistory history;

    @Autowired
    private Bookkeeping bookkeeping;

    @Test
    void booksACardOrderFromCheckoutToRefund() {
        household(near);
        var order = order("CARD");
        assertThat(transactions(order)).isZero();
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        assertThat(book(order).balance(AccountKind.PREPAYMENT).minor()).isEqualTo(696_000);

        deliver(near, partOf(order, near), "GHN");
        var sold = book(order, near);
        assertThat(sold.balance(AccountKind.PREPAYMENT).minor()).isZero();
        assertThat(sold.balance(AccountKind.COMMISSION).minor()).isEqualTo(9_800);
        assertThat(sold.balance(AccountKind.VAT_WITHHELD).minor()).isEqualTo(1_960);
        assertThat(sold.balance(AccountKind.PIT_WITHHELD).minor()).isEqualTo(980);
        assertThat(sold.balance(AccountKind.SELLER).minor()).isEqualTo(214_000 - 9_800 - 1_960 - 980);

        call(
                seller(far),
                HttpMethod.POST,
                DESK + partOf(order, far) + "/cancel",
                Map.of("reason", "Khung cửi hỏng"),
                200);
        assertThat(book(order, far).balance(AccountKind.REFUND_PAYABLE).minor()).isIn(482_000L, 0L);
        await(() -> show(order).get("payment").has("refunded"));
        await(() -> book(order, far).balance(AccountKind.REFUND_PAYABLE).isZero());
        var whole = book(order);
        assertThat(whole.balance(AccountKind.GATEWAY).minor()).isEqualTo(214_000);
        assertThat(whole.balance(AccountKind.PREPAYMENT).minor()).isZero();
        assertThat(whole.balance(AccountKind.UNALLOCATED).minor()).isZero();
    }

    @Test
    void booksCashAtTheCarrierOrAtTheShop() {
        var order = order("COD");
        deliver(near, partOf(order, near), "ghn");
        deliver(far, partOf(order, far), "Xe nhà");
        assertThat(book(order, near).balance(AccountKind.CARRIER).minor()).isEqualTo(214_000);
        assertThat(book(order, near).balance(AccountKind.SELLER).minor()).isEqualTo(214_000 - 9_800);
        assertThat(book(order, far).balance(AccountKind.SELLER_CASH).minor()).isZero();
        assertThat(book(order, far).balance(AccountKind.SELLER).minor()).isEqualTo(-22_500);
    }

    @Test
    void booksMoneyThatCameTooLateAndWentBack() {
        var order = order("CARD");
        SANDBOX.faults().order(Faults.Failure.outage("POST", "/v1/payment_intents/.*/cancel", 20));
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        SANDBOX.faults().clear();
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("REFUNDED"));
        var book = book(order);
        assertThat(book.sums()).isNotEmpty();
        for (var kind : AccountKind.values()) {
            assertThat(book.balance(kind).minor()).as("%s", kind).isZero();
        }
        replay(order);
        assertThat(book(order)).isEqualTo(book);
    }

    @Test
    void changesNothingWhenFactsAreHeardAgain() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        deliver(near, partOf(order, near), "GHN");
        var before = transactions(order);
        replay(order);
        assertThat(transactions(order)).isEqualTo(before);
    }

    private void replay(JsonNode order) {
        OrderHistory.facts(found(order))
                .forEach(fact -> bookkeeping.happened(fact).block());
    }

    private void household(TestShop shop) {
        database.sql("UPDATE seller SET type = 'HO_KINH_DOANH' WHERE id = :id")
                .bind("id", shop.id().value())
                .then()
                .block();
    }

    private void deliver(TestShop shop, String number, String carrier) {
        var desk = seller(shop);
        call(desk, HttpMethod.POST, DESK + number + "/confirm", null, 200);
        call(desk, HttpMethod.POST, DESK + number + "/ship", Map.of("carrier", carrier), 200);
        call(desk, HttpMethod.POST, DESK + number + "/deliver", null, 200);
    }

    private Order found(JsonNode order) {
        return Objects.requireNonNull(
                history.find(new OrderNumber(order.get("number").asString())).block());
    }

    private PartBook book(JsonNode order) {
        return PartBook.of(Objects.requireNonNull(
                ledger.ofOrder(found(order).id()).collectList().block()));
    }

    private PartBook book(JsonNode order, TestShop shop) {
        var part = found(order).sellerOrders().stream()
                .filter(sold -> sold.seller().id().equals(shop.id()))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(ledger.book(part.id()).block());
    }

    private long transactions(JsonNode order) {
        return Objects.requireNonNull(ledger.ofOrder(found(order).id()).count().block());
    }
}
