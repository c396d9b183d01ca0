package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.payment.Refunds;
import vn.chophien.marketplace.payment.vietqr.VietQrCode;
import vn.chophien.marketplace.sql.Columns;

class TransferIntegrationTests extends TransferTests {

    @Autowired
    private Refunds refunds;

    @Test
    void isOfferedOnlyWhereEveryShopTakesIt() {
        var cart = cartOf(Map.of(coffee, 1, silk, 1));
        assertThat(methods(cart)).containsExactly("CARD", "COD");
        var nearOwner = ownerWithAccount(near, accountOf(near));
        assertThat(methods(cart)).containsExactly("CARD", "COD");
        ownerWithAccount(far, accountOf(far));
        assertThat(methods(cart)).containsExactly("CARD", "VIETQR", "COD");
        change(nearOwner, true, 100_000L, true, 0);
        assertThat(methods(cart)).containsExactly("CARD", "COD");
        change(nearOwner, true, null, false, 0);
        assertThat(methods(cart)).containsExactly("CARD", "VIETQR");
    }

    @Test
    void movesEachPartOnWithItsOwnTransfer() {
        var order = placed();
        assertThat(states(order)).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
        var first = transferOf(order, near);
        var code = VietQrCode.parse(first.get("payload").asString());
        assertThat(code.account()).isEqualTo(accountOf(near));
        assertThat(code.amount()).isEqualTo(first.get("amount").asLong());
        assertThat(code.purpose()).isEqualTo(partOf(order, near).replace("-", ""));

        report(near, reference(), first.get("amount").asLong(), "CT DEN " + code.purpose() + " NGUYEN VAN A");
        await(() -> state(order, near).equals("NEW"));
        assertThat(state(order, far)).isEqualTo("AWAITING_PAYMENT");
        assertThat(paymentState(show(order))).isEqualTo("PENDING");
        assertThat(transferOf(show(order), near).has("payload")).isFalse();

        pay(order, far);
        await(() -> paymentState(show(order)).equals("PAID"));
        assertThat(states(show(order))).containsExactly("NEW", "NEW");
    }

    @Test
    void addsTransfersUpAndQueuesWhatIsTooMuch() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var half = reference();
        report(near, half, amount / 2, partOf(order, near));
        await(() -> find(near, half).get("state").asString().equals("QUEUED"));
        assertThat(find(near, half).get("reason").asString()).isEqualTo("UNDERPAID");
        assertThat(transferOf(show(order), near).get("left").asLong()).isEqualTo(amount - amount / 2);
        decide(near, half, Map.of("action", "WAIT"), 200);

        var rest = reference();
        report(near, rest, amount - amount / 2 + 5_000, partOf(order, near));
        await(() -> state(order, near).equals("NEW"));
        await(() -> find(near, half).get("state").asString().equals("RESOLVED"));
        var over = find(near, rest);
        assertThat(over.get("reason").asString()).isEqualTo("OVERPAID");
        assertThat(over.get("used").asLong()).isEqualTo(amount - amount / 2);

        var again = reference();
        report(near, again, amount, partOf(order, near));
        await(() -> find(near, again).get("state").asString().equals("QUEUED"));
        assertThat(find(near, again).get("reason").asString()).isEqualTo("DUPLICATE");

        decide(near, rest, Map.of("action", "REFUND"), 200);
        decide(near, rest, Map.of("action", "REFUND"), 409);
        decide(near, again, Map.of("action", "IGNORE"), 400);
        decide(near, again, Map.of("action", "IGNORE", "reason", "Hai bên đã thỏa thuận"), 200);
        var due = due(near, partOf(order, near));
        assertThat(due.get("amount").asLong()).isEqualTo(5_000);
        assertThat(due.get("kind").asString()).isEqualTo("UNMATCHED");
    }

    @Test
    void letsTheShopWaiveTheRest() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var reference = reference();
        report(near, reference, amount - 1_000, partOf(order, near));
        await(() -> find(near, reference).get("state").asString().equals("QUEUED"));
        decide(near, reference, Map.of("action", "ACCEPT"), 200);
        assertThat(state(order, near)).isEqualTo("NEW");
        assertThat(find(near, reference).get("resolution").asString()).isEqualTo("ACCEPTED");
        assertThat(value(
                        "SELECT cause || goods FROM seller_order_reduction r JOIN seller_order p "
                                + "ON p.id = r.seller_order_id WHERE p.number = :id",
                        partOf(order, near)))
                .isEqualTo("GOODWILL1000");
    }

    @Test
    void assignsWhatNamesNoOrder() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var reference = reference();
        report(near, reference, amount, "Chi Thu tra tien ca phe");
        await(() -> find(near, reference).get("state").asString().equals("QUEUED"));
        assertThat(find(near, reference).get("reason").asString()).isEqualTo("UNKNOWN");
        decide(far, reference, Map.of("action", "ASSIGN", "number", partOf(order, near)), 404);
        decide(near, reference, Map.of("action", "ASSIGN", "number", partOf(order, far)), 409);
        decide(
                near,
                reference,
                Map.of("action", "ASSIGN", "number", partOf(order, near).toLowerCase(Locale.ROOT)),
                200);
        assertThat(state(order, near)).isEqualTo("NEW");
        assertThat(find(near, reference).get("state").asString()).isEqualTo("MATCHED");
    }

    @Test
    void givesMoneyBackToTheBuyersAccount() {
        var order = placed();
        pay(order, near);
        pay(order, far);
        await(() -> paymentState(show(order)).equals("PAID"));
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        assertThat(show(order).get("transfer_refunds")).hasSize(2);
        assertThat(due(near, partOf(order, near)).get("state").asString()).isEqualTo("ACCOUNT_NEEDED");

        var refused = call(client, HttpMethod.PUT, address(order, "/refund-account"), Map.of("bank_bin", "x"), 400);
        assertThat(refused.get("errors")).hasSize(3);
        var account = Map.of("bank_bin", "970418", "account_number", "6311 0000 123456", "holder", "Nguyễn Thị Đào");
        var shown = call(client, HttpMethod.PUT, address(order, "/refund-account"), account, 200);
        assertThat(shown.toString()).doesNotContain("63110000123456").contains("•••• 3456");

        var due = due(near, partOf(order, near));
        assertThat(due.get("holder").asString()).isEqualTo("NGUYEN THI DAO");
        assertThat(VietQrCode.parse(due.get("payload").asString()).account()).isEqualTo("63110000123456");
        done(near, due, "FT-BACK-1", 200);
        done(near, due, "FT-BACK-1", 200);
        done(near, due, "FT-BACK-2", 409);
        assertThat(show(order).get("payment").get("refunded").asLong())
                .isEqualTo(transferOf(order, near).get("amount").asLong());
        done(far, due(far, partOf(order, far)), "FT-BACK-3", 200);
        assertThat(paymentState(show(order))).isEqualTo("REFUNDED");
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void givesCashBackByTransfer() {
        var order = order("COD");
        var part = partOf(order, near);
        var seller = seller(near);
        call(seller, HttpMethod.POST, "/api/v1/seller/orders/" + part + "/confirm", null, 200);
        call(seller, HttpMethod.POST, "/api/v1/seller/orders/" + part + "/ship", Map.of("carrier", "HTX tự giao"), 200);
        call(seller, HttpMethod.POST, "/api/v1/seller/orders/" + part + "/deliver", null, 200);
        assertThat(value("SELECT holder || amount FROM cash_collection WHERE reference = :id", part))
                .isEqualTo("SELLER214000");
        var payable = payable(part);
        refunds.refund(payable, Money.vnd(98_000), "returned", new RefundKey("return-1"))
                .block();
        refunds.refund(payable, Money.vnd(98_000), "returned", new RefundKey("return-1"))
                .block();
        var due = due(near, part);
        assertThat(due.get("kind").asString()).isEqualTo("CASH");
        assertThat(due.get("amount").asLong()).isEqualTo(98_000);
        done(near, due, "FT-CASH-1", 200);
        assertThat(value("SELECT state FROM bank_refund WHERE reference = :id", part))
                .isEqualTo("DONE");
    }

    @Test
    void asksThePlatformForCashThatACarrierUnderContractCollected() {
        var order = order("COD");
        var part = partOf(order, near);
        var seller = seller(near);
        call(seller, HttpMethod.POST, "/api/v1/seller/orders/" + part + "/confirm", null, 200);
        call(seller, HttpMethod.POST, "/api/v1/seller/orders/" + part + "/ship", Map.of("carrier", "Ghn"), 200);
        call(seller, HttpMethod.POST, "/api/v1/seller/orders/" + part + "/deliver", null, 200);
        assertThat(value("SELECT holder FROM cash_collection WHERE reference = :id", part))
                .isEqualTo("CARRIER");
        refunds.refund(payable(part), Money.vnd(98_000), "returned", new RefundKey("return-2"))
                .block();
        assertThat(value(
                        "SELECT coalesce(CAST(seller_id AS text), 'platform') FROM bank_refund WHERE reference = :id",
                        part))
                .isEqualTo("platform");
    }

    @Test
    void refusesForgedAndOldReportsAndStoresARepeatedOneOnce() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var body = body(near, reference(), amount, partOf(order, near));
        var now = Instant.now().getEpochSecond();
        send(body, signature(now, body, "wrong"), 400);
        send(body, signature(now - 301, body, BANK_SECRET), 400);
        send(body, "", 400);
        send(body.replace("\"amount\":" + amount, "\"amount\":1"), signature(now, body, BANK_SECRET), 400);
        assertThat(state(order, near)).isEqualTo("AWAITING_PAYMENT");
        assertThat(send(body, signature(now, body, BANK_SECRET), 200)
                        .get("stored")
                        .asInt())
                .isEqualTo(1);
        assertThat(send(body, signature(now, body, BANK_SECRET), 200)
                        .get("stored")
                        .asInt())
                .isZero();
        await(() -> state(order, near).equals("NEW"));
        var broken = "{\"transfers\":[{\"amount\":0}]}";
        assertThat(send(broken, signature(now, broken, BANK_SECRET), 400).get("errors"))
                .hasSize(4);
    }

    @Test
    void takesAStatementInAfterAPreview() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var good = reference();
        var csv = "Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Diễn giải\n"
                + "22/11/2026,%s,,%d,CK %s\n".formatted(good, amount, partOf(order, near))
                + "22/11/2026,,,1000,khong ma\n";
        var preview = upload(near, csv, 201);
        assertThat(preview.get("fresh").asInt()).isEqualTo(1);
        assertThat(preview.get("at_fault").asInt()).isEqualTo(1);
        assertThat(preview.get("rows").get(1).get("column").asString()).isEqualTo("Số tham chiếu");
        assertThat(preview.get("rows").get(1).get("number").asInt()).isEqualTo(3);
        assertThat(state(order, near)).isEqualTo("AWAITING_PAYMENT");
        var id = preview.get("id").asString();
        call(keyed(seller(far)), HttpMethod.POST, "/api/v1/seller/bank-statements/" + id + "/apply", null, 404);
        var applied = call(
                keyed(seller(near)), HttpMethod.POST, "/api/v1/seller/bank-statements/" + id + "/apply", null, 200);
        assertThat(applied.get("fresh").asInt()).isZero();
        await(() -> state(order, near).equals("NEW"));
        upload(near, "not,a,statement\n", 422);
    }

    /** The bank reports, reports again, and the shop uploads the same day's statement, all at once. */
    @Test
    void countsATransferOnceHoweverItIsReported() throws Exception {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var reference = reference();
        var csv = "Ngày,Số tham chiếu,Ghi có,Diễn giải\n22/11/2026,%s,%d,%s\n"
                .formatted(reference, amount, partOf(order, near));
        var id = upload(near, csv, 201).get("id").asString();
        var shop = keyed(seller(near));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var running = IntStream.range(0, 16)
                    .mapToObj(turn -> threads.submit(() -> {
                        if (turn % 2 == 0) {
                            report(near, reference, amount, partOf(order, near));
                        } else {
                            call(shop, HttpMethod.POST, "/api/v1/seller/bank-statements/" + id + "/apply", null, 200);
                        }
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        await(() -> state(order, near).equals("NEW"));
        assertThat(value("SELECT count(*) FROM bank_transfer WHERE bank_reference = :id", reference))
                .isEqualTo("1");
        assertThat(value("SELECT state FROM bank_transfer WHERE bank_reference = :id", reference))
                .isEqualTo("MATCHED");
        assertThat(value(
                        "SELECT count(*) FROM seller_order_payment m JOIN seller_order p "
                                + "ON p.id = m.seller_order_id WHERE p.number = :id",
                        partOf(order, near)))
                .isEqualTo("1");
    }

    /** Many transfers for one order at once: one pays, the others wait for somebody. */
    @Test
    void paysOnceFromManyTransfersAtOnce() throws Exception {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var references = IntStream.range(0, 8).mapToObj(_ -> reference()).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var running = new ArrayList<Future<?>>();
            references.forEach(reference ->
                    running.add(threads.submit(() -> report(near, reference, amount, partOf(order, near)))));
            for (var one : running) {
                one.get();
            }
        }
        await(() -> references.stream()
                .noneMatch(reference ->
                        find(near, reference).get("state").asString().equals("RECEIVED")));
        assertThat(references.stream()
                        .map(reference -> find(near, reference).get("state").asString())
                        .filter("MATCHED"::equals))
                .hasSize(1);
        assertThat(state(order, near)).isEqualTo("NEW");
    }

    @Test
    void letsOnlyTheOwnerSayWhereMoneyGoes() {
        var account = Map.of("bank_bin", BIN, "account_number", accountOf(near), "holder", "HTX");
        call(seller(near), HttpMethod.PUT, "/api/v1/seller/receiving-account", account, 403);
        call(accounts.buyer().on(client), HttpMethod.PUT, "/api/v1/seller/receiving-account", account, 403);
        var owner = ownerWithAccount(near, accountOf(near));
        var shown = call(owner, HttpMethod.GET, "/api/v1/seller/receiving-account", null, 200);
        assertThat(shown.get("bank").asString()).isEqualTo("Vietcombank");
        assertThat(shown.toString()).doesNotContain(accountOf(near));
        assertThat(value(
                        "SELECT note FROM payment_audit WHERE subject_id = CAST(:id AS uuid)",
                        near.id().toString()))
                .startsWith("Vietcombank ••••");
        call(client, HttpMethod.GET, "/api/v1/operator/transfers", null, 401);
        call(owner, HttpMethod.GET, "/api/v1/operator/transfers", null, 403);
        call(accounts.operator().on(client), HttpMethod.GET, "/api/v1/operator/transfers", null, 200);
    }

    /** The part is given up by the money that came for it, which goes back. */
    @Test
    void givesBackWhatCameAfterTheGoodsWereLost() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        database.sql("DELETE FROM stock_reservation WHERE owner_id = :part")
                .bind("part", payable(partOf(order, near)).value())
                .then()
                .block();
        var reference = reference();
        report(near, reference, amount, partOf(order, near));
        await(() -> find(near, reference).get("state").asString().equals("MATCHED"));
        assertThat(state(order, near)).isEqualTo("CANCELLED");
        assertThat(due(near, partOf(order, near)).get("amount").asLong()).isEqualTo(amount);
        assertThat(state(order, far)).isEqualTo("AWAITING_PAYMENT");
    }

    /** Whoever has an account reports what arrives in it, so it must not be somebody else's. */
    @Test
    void letsAnAccountBeOneShopsForGood() {
        var order = placed();
        var owner = ownerWithAccount(near, accountOf(near));
        var taken = accountOf(near);
        change(ownerWithAccount(far, accountOf(far)), taken, 400);
        change(owner, taken + "9", 200);
        change(owner, taken, 200);
        change(owner, taken + "9", 200);
        var refusal = change(ownerWithAccount(far, accountOf(far)), taken, 400);
        assertThat(refusal.get("errors").get(0).get("field").asString()).isEqualTo("account_number");
        report(near, reference(), transferOf(order, near).get("amount").asLong(), partOf(order, near));
        await(() -> state(order, near).equals("NEW"));
    }

    private JsonNode change(WebTestClient owner, String number, int status) {
        return call(
                owner,
                HttpMethod.PUT,
                "/api/v1/seller/receiving-account",
                Map.of("bank_bin", BIN, "account_number", number, "holder", "HTX"),
                status);
    }

    private PayableId payable(String part) {
        return database.sql("SELECT id FROM seller_order WHERE number = :number")
                .bind("number", part)
                .map(row -> new PayableId(Columns.uuid(row, "id")))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
