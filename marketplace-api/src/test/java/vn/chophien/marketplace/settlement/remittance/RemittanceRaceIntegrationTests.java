package vn.chophien.marketplace.settlement.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.sql.Columns;

/** Several people and programs at once, about the same cash. */
class RemittanceRaceIntegrationTests extends ParcelCashTests {

    private static final int AT_ONCE = 8;

    @Autowired
    private SellerMoney money;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void handsTheSameCashOverOnce() {
        var number = sent(List.of("GHN"));
        deliver(number, 1);
        var all = 98_000 + fee(number);
        var answers = atOnce(_ -> post(key(), remittance("GHN", List.of(row(number, 50_000)))));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(AT_ONCE - 2);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", all - 100_000));
    }

    @Test
    void recordsOnceWhatIsSentSeveralTimesAtOnce() {
        var number = sent(List.of("GHN"));
        deliver(number, 1);
        var key = key();
        var remittance = remittance("GHN", List.of(row(number, 10_000)));
        var answers = atOnce(_ -> post(key, remittance));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.body().get("id"))
                .containsOnly(answers.getFirst().body().get("id"));
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 98_000 + fee(number) - 10_000));
    }

    /** Cash that is taken back at the moment at which it is recorded again is with the carrier or with the market, never with both. */
    @Test
    void takesBackOnceWhateverIsRecordedMeanwhile() {
        var number = sent(List.of("GHN"));
        deliver(number, 1);
        var all = 98_000 + fee(number);
        var first = remit("GHN", List.of(row(number, all)), 201).get("id").asString();
        var answers = atOnce(index -> index < 4
                ? post(operator(), REMITTANCES + "/" + first + "/withdrawal", Map.of("reason", "Ghi nhầm đơn"))
                : post(key(), remittance("GHN", List.of(row(number, all)))));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(4);
        var again = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(again).isLessThanOrEqualTo(1);
        assertThat(outstanding(number)).isEqualTo(again == 1 ? Map.of() : Map.of("GHN", all));
    }

    /** What a payout has read and is about to spend is not taken from under it. */
    @Test
    void waitsForAPayoutThatIsSpendingTheMoney() {
        var number = sent(List.of("GHN"));
        deliver(number, 1);
        var remittance = remit("GHN", List.of(row(number, 50_000)), 201);
        var paid = Sinks.<Boolean>one();
        var spending = money.locked(near.id())
                .then(paid.asMono())
                .as(transaction::transactional)
                .toFuture();
        await(() -> locks(true) > 0);
        var takingBack = Mono.fromRunnable(() -> takeBack(remittance))
                .subscribeOn(Schedulers.boundedElastic())
                .toFuture();
        await(() -> locks(false) > 0);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 98_000 + fee(number) - 50_000));
        paid.tryEmitValue(true);
        spending.join();
        takingBack.join();
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 98_000 + fee(number)));
    }

    /** Whoever needs the money of several shops names them in any order, and nobody waits for somebody who waits for him. */
    @Test
    void locksShopsInOneOrder() {
        var all = IntStream.range(0, 12).mapToObj(_ -> SellerId.generate()).toList();
        var done = new AtomicInteger();
        Flux.range(0, 40)
                .flatMap(
                        turn -> {
                            var mine = new ArrayList<>(all);
                            Collections.shuffle(mine, new Random(turn));
                            return money.lock(mine)
                                    .then(Mono.fromRunnable(done::incrementAndGet))
                                    .as(transaction::transactional);
                        },
                        4)
                .blockLast();
        assertThat(done).hasValue(40);
    }

    /** Of the shop's money, held or waited for. */
    private long locks(boolean granted) {
        return database.sql("""
                        SELECT count(*) AS locks FROM pg_locks, hashtextextended(:account, 0) AS wanted (key)
                         WHERE locktype = 'advisory' AND granted = :granted AND objsubid = 1
                           AND classid = CAST((wanted.key >> 32) & 4294967295 AS oid) AND objid = CAST(wanted.key & 4294967295 AS oid)""")
                .bind("account", LedgerAccount.seller(near.id()).code())
                .bind("granted", granted)
                .map(row -> Columns.number(row, "locks"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static List<Answer> atOnce(IntFunction<Answer> call) {
        return Objects.requireNonNull(Flux.range(0, AT_ONCE)
                .flatMap(
                        index -> Mono.fromCallable(() -> call.apply(index)).subscribeOn(Schedulers.boundedElastic()),
                        AT_ONCE)
                .collectList()
                .block());
    }

    private Answer post(String key, Map<String, Object> remittance) {
        return post(operator().mutate().defaultHeader("Idempotency-Key", key).build(), REMITTANCES, remittance);
    }

    private static Answer post(WebTestClient caller, String uri, Map<String, ?> body) {
        var answer = caller.post()
                .uri(uri)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return new Answer(
                answer.getStatus().value(),
                JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody())));
    }

    private record Answer(int status, JsonNode body) {}
}
