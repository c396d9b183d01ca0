package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.TestAccounts.TestCaller;
import vn.chophien.marketplace.TestShops;
import vn.chophien.marketplace.TestShops.TestShop;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.IdempotencyKey;

@MarketplaceTest
class PayoutIntegrationTests {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PayoutDrafting drafting;

    @Autowired
    private BatchDeciding deciding;

    @Autowired
    private PayoutSchedule schedule;

    /** One shop's and no other's, so another in every test. */
    private final String account = "11%07d4567".formatted(ACCOUNTS.incrementAndGet());

    private TestShop shop;
    private TestCaller seller;
    private TestCaller drafter;
    private TestCaller approver;

    @BeforeEach
    void openAShop() {
        shop = new TestShops(database).shopIn("66");
        seller = accounts.seller(shop.id().value());
        drafter = accounts.operator();
        approver = accounts.operator();
        sales().paidAt(account, seller.id());
    }

    @Test
    void paysASellerFromDraftToBank() {
        sales().sold(1_234_567, 10);
        sales().sold(900_000, 1);
        var batch = draft(drafter);
        var reference = referenceIn(batch);
        assertThat(amountIn(batch)).as("not what a buyer may still return").isEqualTo(1_234_567);
        assertThat(balance()).as("a draft moves nothing").isEqualTo(2_134_567);

        act(drafter, "/payout-batches/" + number(batch) + "/approve", "{}", 409, "second-person-needed");
        act(drafter, "/payout-batches/" + number(batch) + "/file", "{}", 409, "payout-batch-not-approved");
        approve(batch);
        assertThat(balance()).isEqualTo(900_000);
        assertThat(file(batch))
                .contains(",970436," + account + ",HTX DOI GIO,1234567,VND,CHOPHIEN " + reference.replace("-", "") + ","
                        + reference);

        confirm(reference, "FT26326000001");
        confirm(reference, "FT26326000001");
        act(drafter, "/payouts/" + reference + "/confirm", "{\"bank_reference\":\"FT2\"}", 409, "illegal-payout-step");
        assertThat(file(batch)).as("paid once").doesNotContain(reference);
        seller.on(client)
                .get()
                .uri("/api/v1/seller/money/payouts")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].reference")
                .isEqualTo(reference)
                .jsonPath("$.items[0].state")
                .isEqualTo("CONFIRMED")
                .jsonPath("$.items[0].bank_reference")
                .isEqualTo("FT26326000001")
                .jsonPath("$.items[0].account_hint")
                .isEqualTo("•••• 4567");
        assertThat(read("/api/v1/operator/payout-batches/" + number(batch)))
                .contains("\"DRAFTED\"", "\"APPROVED\"", "\"EXPORTED\"", "\"CONFIRMED\"");
    }

    @Test
    void draftsByItselfOnTheDayOnceHoweverManyInstancesRun() {
        var wednesday = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        sales().sold(200_000, 10);
        schedule.draft(wednesday.minusDays(1)).block();
        assertThat(drafts()).as("not its day").isZero();
        Flux.range(0, 4).flatMap(instance -> schedule.draft(wednesday)).then().block(Duration.ofSeconds(30));
        assertThat(drafts()).isEqualTo(1);
        var batch = Objects.requireNonNull(database.sql("""
                        SELECT b.number FROM payout p JOIN payout_batch b ON b.id = p.batch_id
                         WHERE p.seller_id = :shop AND b.drafted_by = '00000000-0000-0000-0000-000000000000'
                        """)
                .bind("shop", shop.id().value())
                .map(row -> Columns.text(row, "number"))
                .one()
                .block());
        assertThat(read("/api/v1/operator/payout-batches/" + batch)).doesNotContain("drafted_by_name");
        act(approver, "/payout-batches/" + batch + "/approve", "{}", 200, "APPROVED");
        assertThat(balance()).isZero();
    }

    @Test
    void drawsOneBatchForARepeatedKey() {
        sales().sold(200_000, 10);
        var key = new IdempotencyKey("draft-" + shop.slug());
        var first = Objects.requireNonNull(drafting.draft(key, drafter.id()).block());
        assertThat(Objects.requireNonNull(drafting.draft(key, drafter.id()).block())
                        .number())
                .isEqualTo(first.number());
    }

    @Test
    void paysOneBalanceOnceHoweverManyDraftAndApproveAtOnce() {
        sales().sold(500_000, 10);
        Flux.range(0, 12)
                .flatMap(
                        twin -> drafting.draft(new IdempotencyKey(shop.slug() + "-" + twin), drafter.id())
                                .flatMap(batch -> deciding.approve(batch.number(), approver.id()))
                                .onErrorResume(PayoutProblem.class, nothingLeft -> Mono.empty()),
                        6)
                .then()
                .block(Duration.ofSeconds(60));
        assertThat(payouts()).isEqualTo(1);
        assertThat(balance()).isZero();
    }

    @Test
    void leavesBehindWhatIsNoLongerCovered() {
        var part = sales().sold(500_000, 10);
        var batch = draft(drafter);
        sales().refunded(part, 100_000);
        approve(batch);
        assertThat(stateOf(referenceIn(batch))).isEqualTo("WITHDRAWN");
        assertThat(balance()).isEqualTo(400_000);
        assertThat(amountIn(draft(drafter))).as("the next batch has the rest").isEqualTo(400_000);
    }

    /** Whoever the account belongs to, it is not this shop: an operator took it away between draft and approval. */
    @Test
    void paysNothingIntoAnAccountThatWasReleased() {
        sales().sold(500_000, 10);
        var batch = draft(drafter);
        release();
        approve(batch);
        assertThat(stateOf(referenceIn(batch))).isEqualTo("WITHDRAWN");
        assertThat(read("/api/v1/operator/payout-batches/" + number(batch))).contains("\"ACCOUNT_CHANGED\"");
        assertThat(file(batch)).doesNotContain(account);
        assertThat(balance()).isEqualTo(500_000);
        assertThat(standing()).isEqualTo("NO_ACCOUNT");

        var other = "9" + account;
        sales().paidAt(other, seller.id());
        var next = draft(drafter);
        approve(next);
        assertThat(file(next)).contains(other);
        assertThat(balance()).isZero();
    }

    @Test
    void makesNoFileThatPaysIntoAnAccountThatWasReleased() {
        sales().sold(500_000, 10);
        var batch = draft(drafter);
        approve(batch);
        var reference = referenceIn(batch);
        release();
        act(drafter, "/payout-batches/" + number(batch) + "/file", "{}", 409, "payout-account-changed");
        act(drafter, "/payout-batches/" + number(batch) + "/file", "{}", 409, reference);
        assertThat(read("/api/v1/operator/payout-batches/" + number(batch))).doesNotContain("\"EXPORTED\"");
        act(approver, "/payouts/" + reference + "/return", "{\"reason\":\"Sai tài khoản\"}", 200, "RETURNED");
        assertThat(file(batch)).doesNotContain(reference);
        assertThat(balance()).isEqualTo(500_000);
    }

    @Test
    void givesTheSellerBackWhatCameBack() {
        sales().sold(300_000, 10);
        var batch = draft(drafter);
        approve(batch);
        var reference = referenceIn(batch);
        act(approver, "/payouts/" + reference + "/return", "{\"reason\":\"Tài khoản đã đóng\"}", 200, "RETURNED");
        act(approver, "/payouts/" + reference + "/return", "{\"reason\":\"Tài khoản đã đóng\"}", 200, "RETURNED");
        assertThat(balance()).isEqualTo(300_000);
        seller.on(client)
                .get()
                .uri("/api/v1/seller/money/payouts")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].reason")
                .isEqualTo("Tài khoản đã đóng");
    }

    @Test
    void takesARefundAfterPayoutBackFromLaterSales() {
        var first = sales().sold(800_000, 30);
        approve(draft(drafter));
        assertThat(balance()).isZero();

        sales().refunded(first, 250_000);
        assertThat(balance()).isEqualTo(-250_000);
        assertThat(standing()).isEqualTo("OWES");
        sales().sold(200_000, 9);
        assertThat(standing()).as("still owes 50,000").isEqualTo("OWES");
        sales().sold(400_000, 8);
        requests();
        var second = draft(drafter);
        assertThat(amountIn(second)).as("200,000 + 400,000 − 250,000").isEqualTo(350_000);
        approve(second);
        assertThat(balance()).isZero();

        seller.on(client)
                .get()
                .uri("/api/v1/seller/money/statements?from={from}&to={to}", day(-60), day(0))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.opening")
                .isEqualTo(0)
                .jsonPath("$.closing")
                .isEqualTo(0)
                .jsonPath("$.lines.length()")
                .isEqualTo(6);
    }

    @Test
    void waitsForThePlannedDayUnlessASellerAsks() {
        sales().sold(300_000, 10);
        approve(draft(drafter));
        sales().sold(300_000, 9);
        assertThat(standing()).isEqualTo("NOT_DUE");
        requests();
        requests();
        assertThat(standing()).isEqualTo("READY");
        var batch = draft(drafter);
        act(drafter, "/payout-batches/" + number(batch) + "/discard", "{}", 200, "DISCARDED");
        assertThat(standing()).as("asked, and not answered").isEqualTo("READY");
    }

    @Test
    void letsASellerChooseLaterButNotLess() {
        seller.on(client)
                .put()
                .uri("/api/v1/seller/money/payout-plan")
                .header(HttpHeaders.IF_MATCH, planTag(seller, "/api/v1/seller/money/payout-plan"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"schedule\":\"MONTHLY\",\"day\":10,\"minimum\":2000000}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.own")
                .isEqualTo(true);
        sales().sold(300_000, 10);
        assertThat(standing()).isEqualTo("BELOW_MINIMUM");
        seller.on(client)
                .post()
                .uri("/api/v1/seller/money/payout-requests")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("below-payout-minimum"));
        seller.on(client)
                .put()
                .uri("/api/v1/seller/money/payout-plan")
                .header(HttpHeaders.IF_MATCH, planTag(seller, "/api/v1/seller/money/payout-plan"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"schedule\":\"WEEKLY\",\"day\":3,\"minimum\":10}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    /** Two people of one shop, or two operators, do not overwrite each other's plan unseen. */
    @Test
    void changesOnlyThePlanThatWasSeen() {
        for (var path : List.of("/api/v1/seller/money/payout-plan", "/api/v1/operator/payout-plan")) {
            var caller = path.contains("operator") ? drafter : seller;
            var seen = planTag(caller, path);
            var asItIs = caller.on(client)
                    .get()
                    .uri(path)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            String schedule = JsonPath.read(asItIs, "$.schedule");
            Integer day = JsonPath.read(asItIs, "$.day");
            Integer minimum = JsonPath.read(asItIs, "$.minimum");
            var body = "{\"schedule\":\"%s\",\"day\":%d,\"minimum\":%d,\"reference\":\"Thử\"}"
                    .formatted(schedule, day, minimum);
            assertThat(plan(caller, path, null, body)).isEqualTo(428);
            var together = Flux.range(0, 6)
                    .flatMap(_ -> Mono.fromCallable(() -> plan(caller, path, seen, body))
                            .subscribeOn(Schedulers.boundedElastic()))
                    .collectList()
                    .block();
            assertThat(together).containsOnlyOnce(200).contains(412);
            assertThat(plan(caller, path, seen, body)).isEqualTo(412);
            assertThat(plan(caller, path, planTag(caller, path), body)).isEqualTo(200);
        }
    }

    private int plan(TestCaller caller, String path, @Nullable String tag, String body) {
        return caller.on(client)
                .put()
                .uri(path)
                .headers(headers -> headers.setIfMatch(tag == null ? List.of() : List.of(tag)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private String planTag(TestCaller caller, String path) {
        return Objects.requireNonNull(caller.on(client)
                .get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    @Test
    void letsTheDatabaseRefuseWhatNobodyMayDo() {
        sales().sold(300_000, 10);
        var batch = draft(drafter);
        var number = number(batch);
        assertThatThrownBy(() ->
                        run("UPDATE payout_batch SET state = 'APPROVED', decided_by = drafted_by, decided_at = now()"
                                + " WHERE number = '" + number + "'"))
                .hasMessageContaining("payout_batch_second_person");
        assertThatThrownBy(() -> run("UPDATE payout SET state = 'SENT' WHERE reference LIKE '" + number + "%'"))
                .hasMessageContaining("nobody approved");
        assertThatThrownBy(() -> run("UPDATE payout SET amount = 1 WHERE reference LIKE '" + number + "%'"))
                .hasMessageContaining("keeps its amount");
        assertThatThrownBy(() -> run("DELETE FROM payout")).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> run("UPDATE payout_event SET note = ''")).hasMessageContaining("never changed");
        assertThatThrownBy(() -> run("DELETE FROM payout_plan")).hasMessageContaining("never changed");
        approve(batch);
        assertThatThrownBy(() -> run("UPDATE payout_batch SET decided_by = drafted_by WHERE number = '" + number + "'"))
                .hasMessageContaining("only that can change");
    }

    @Test
    void keepsSellersOutOfTheOperatorsDesk() {
        seller.on(client)
                .get()
                .uri("/api/v1/operator/payout-batches")
                .exchange()
                .expectStatus()
                .isForbidden();
        seller.on(client)
                .get()
                .uri("/api/v1/operator/sellers/{slug}/statements", shop.slug())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private BookedSales sales() {
        return new BookedSales(ledger, database, shop.id());
    }

    private String draft(TestCaller by) {
        return body(by.on(client)
                .post()
                .uri("/api/v1/operator/payout-batches")
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private void approve(String batch) {
        act(approver, "/payout-batches/" + number(batch) + "/approve", "{}", 200, "APPROVED");
    }

    private void confirm(String reference, String bank) {
        act(approver, "/payouts/" + reference + "/confirm", "{\"bank_reference\":\"" + bank + "\"}", 200, "CONFIRMED");
    }

    /** As an operator does who takes the account from the shop. */
    private void release() {
        run("UPDATE receiving_account SET released = true WHERE number = '" + account + "'");
    }

    private void requests() {
        seller.on(client)
                .post()
                .uri("/api/v1/seller/money/payout-requests")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void act(TestCaller by, String path, String json, int status, String says) {
        var answer = body(by.on(client)
                .post()
                .uri("/api/v1/operator" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
        assertThat(answer).contains(says);
    }

    private String file(String batch) {
        return body(approver.on(client)
                .post()
                .uri("/api/v1/operator/payout-batches/" + number(batch) + "/file")
                .exchange()
                .expectStatus()
                .isOk());
    }

    private String standing() {
        List<String> found = JsonPath.read(
                read("/api/v1/operator/payout-candidates"),
                "$.items[?(@.shop_slug=='%s')].standing".formatted(shop.slug()));
        return found.getFirst();
    }

    private String read(String path) {
        return body(drafter.on(client).get().uri(path).exchange().expectStatus().isOk());
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static String number(String batch) {
        return JsonPath.read(batch, "$.number");
    }

    /** Other tests' shops may be in the same batch. */
    private String referenceIn(String batch) {
        List<String> found = JsonPath.read(batch, "$.payouts[?(@.shop_slug=='%s')].reference".formatted(shop.slug()));
        return found.getFirst();
    }

    private long amountIn(String batch) {
        List<Number> found = JsonPath.read(batch, "$.payouts[?(@.shop_slug=='%s')].amount".formatted(shop.slug()));
        return found.getFirst().longValue();
    }

    private String stateOf(String reference) {
        return Objects.requireNonNull(database.sql("SELECT state FROM payout WHERE reference = :reference")
                .bind("reference", reference)
                .map(row -> Objects.requireNonNull(row.get("state", String.class)))
                .one()
                .block());
    }

    private long payouts() {
        return payouts("SENT");
    }

    private long drafts() {
        return payouts("DRAFTED");
    }

    private long payouts(String state) {
        return Objects.requireNonNull(
                database.sql("SELECT count(*) AS n FROM payout WHERE seller_id = :seller AND state = :state")
                        .bind("seller", shop.id().value())
                        .bind("state", state)
                        .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                        .one()
                        .block());
    }

    private long balance() {
        return -Objects.requireNonNull(
                ledger.balance(LedgerAccount.seller(new SellerId(shop.id().value())))
                        .block());
    }

    private static String day(int offset) {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(offset).toString();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
