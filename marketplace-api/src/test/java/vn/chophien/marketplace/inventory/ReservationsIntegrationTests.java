package vn.chophien.marketplace.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestShops;
import vn.chophien.marketplace.TestShops.TestGoods;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.sql.Columns;

@MarketplaceTest
class ReservationsIntegrationTests {
    @Autowired
    private Reservations reservations;

    @Autowired
    private StockLevels levels;

    @Autowired
    private ReservationExpiry expiry;

    @Autowired
    private DatabaseClient database;

    private TestShops shops;
    private TestShops.TestShop shop;

    @BeforeEach
    void openShop() {
        shops = new TestShops(database);
        shop = shops.shopIn("66");
    }

    @Test
    void sellsExactlySevenBoxesToAHundredBuyers() {
        var goods = goods(7);
        var outcomes = Flux.range(0, 100)
                .flatMap(
                        buyer -> reservations
                                .reserve(claim(owner(), goods, 1), null)
                                .thenReturn("sold")
                                .onErrorResume(OutOfStockException.class, refusal -> Mono.just("refused")),
                        100)
                .collectList()
                .block();
        assertThat(outcomes).hasSize(100);
        assertThat(Collections.frequency(outcomes, "sold")).isEqualTo(7);
        assertThat(shops.stock(goods)).containsExactly(7, 7);
    }

    @Test
    void neverDeadlocksOnCrossedBaskets() {
        var first = goods(500);
        var second = goods(500);
        var outcomes = Flux.range(0, 200)
                .flatMap(
                        buyer -> {
                            var owner = owner();
                            var one = new StockClaim(owner, first.variant(), 1);
                            var two = new StockClaim(owner, second.variant(), 1);
                            return reservations
                                    .reserve(buyer % 2 == 0 ? List.of(one, two) : List.of(two, one), null)
                                    .thenReturn(owner);
                        },
                        50)
                .collectList()
                .block();
        assertThat(outcomes).hasSize(200);
        assertThat(shops.stock(first)).containsExactly(500, 200);
        assertThat(shops.stock(second)).containsExactly(500, 200);
    }

    @Test
    void reservesAllOfABasketOrNothing() {
        var plenty = goods(10);
        var scarce = goods(2);
        var owner = owner();
        StepVerifier.create(reservations.reserve(
                        List.of(new StockClaim(owner, plenty.variant(), 4), new StockClaim(owner, scarce.variant(), 3)),
                        null))
                .verifyErrorSatisfies(refusal -> assertThat(((OutOfStockException) refusal).shortages())
                        .containsExactly(new OutOfStockException.Shortage(scarce.variant(), 3, 2)));
        assertThat(shops.stock(plenty)).containsExactly(10, 0);
        assertThat(shops.stock(scarce)).containsExactly(2, 0);
    }

    @Test
    void namesGoodsNobodyEverCounted() {
        var goods = goods(1);
        database.sql("DELETE FROM stock_level WHERE variant_id = :id")
                .bind("id", goods.variantId())
                .then()
                .block();
        StepVerifier.create(reservations.reserve(claim(owner(), goods, 1), null))
                .verifyErrorSatisfies(refusal -> assertThat(((OutOfStockException) refusal).shortages())
                        .containsExactly(new OutOfStockException.Shortage(goods.variant(), 1, 0)));
    }

    @Test
    void releasesOnceHoweverOftenItIsAsked() {
        var goods = goods(5);
        var owner = owner();
        reservations.reserve(claim(owner, goods, 3), null).block();
        reservations.release(claim(owner, goods, 3), null).block();
        reservations.release(claim(owner, goods, 3), null).block();
        assertThat(shops.stock(goods)).containsExactly(5, 0);
        assertThat(reasons(goods)).containsExactly("RESERVED", "RELEASED");
    }

    @Test
    void takesWhatLeavesTheHouse() {
        var goods = goods(5);
        var owner = owner();
        reservations.reserve(claim(owner, goods, 3), null).block();
        reservations.take(claim(owner, goods, 3), null).block();
        reservations.take(claim(owner, goods, 3), null).block();
        assertThat(shops.stock(goods)).containsExactly(2, 0);
        assertThat(reasons(goods)).containsExactly("RESERVED", "TAKEN");
    }

    @Test
    void movesOnlyThePiecesThatAreNamed() {
        var goods = goods(9);
        var owner = owner();
        reservations.reserve(claim(owner, goods, 7), null).block();
        reservations.release(claim(owner, goods, 2), null).block();
        assertThat(shops.stock(goods)).containsExactly(9, 5);
        reservations.take(claim(owner, goods, 4), null).block();
        assertThat(shops.stock(goods)).containsExactly(5, 1);
        reservations.release(claim(owner, goods, 3), null).block();
        assertThat(shops.stock(goods)).as("no more than it holds").containsExactly(5, 0);
        assertThat(reasons(goods)).containsExactly("RESERVED", "RELEASED", "TAKEN", "RELEASED");
    }

    @Test
    void givesBackWhatLapsedAndKeepsWhatWasKept() {
        var goods = goods(5);
        var lapsed = owner();
        var kept = owner();
        var past = Instant.now().minus(Duration.ofMinutes(1));
        reservations.reserve(claim(lapsed, goods, 1), past).block();
        reservations.reserve(claim(kept, goods, 2), past).block();
        var promised = Stream.of(claim(kept, goods, 2), claim(owner(), goods, 1))
                .flatMap(List::stream)
                .toList();
        assertThat(reservations.keep(promised).collectList().block()).containsExactly(kept);
        expiry.releaseLapsed().block();
        assertThat(shops.stock(goods)).containsExactly(5, 2);
        assertThat(reasons(goods)).containsExactly("RESERVED", "RESERVED", "EXPIRED");
        assertThat(reservations.keep(claim(lapsed, goods, 1)).collectList().block())
                .isEmpty();
    }

    /** Expiry takes a batch, which may end within an order. */
    @Test
    void keepsNothingForAnOwnerThatLostSomeOfItsGoods() {
        var first = goods(5);
        var second = goods(5);
        var owner = owner();
        var past = Instant.now().minus(Duration.ofMinutes(1));
        var promised = List.of(new StockClaim(owner, first.variant(), 2), new StockClaim(owner, second.variant(), 2));
        reservations.reserve(promised, past).block();
        reservations.release(claim(owner, first, 1), null).block();
        assertThat(reservations.keep(promised).collectList().block()).isEmpty();
        reservations.release(claim(owner, first, 1), null).block();
        assertThat(reservations.keep(promised).collectList().block()).isEmpty();
        expiry.releaseLapsed().block();
        assertThat(shops.stock(second)).as("what is left still lapses").containsExactly(5, 0);
    }

    @Test
    void marksTheListingOnlyWhenItSellsOutOrComesBack() {
        var goods = goods(2);
        var first = owner();
        var second = owner();
        var before = documentVersion(goods);
        reservations.reserve(claim(first, goods, 1), null).block();
        assertThat(documentVersion(goods)).isEqualTo(before);
        reservations.reserve(claim(second, goods, 1), null).block();
        assertThat(documentVersion(goods)).isEqualTo(before + 1);
        reservations.release(claim(second, goods, 1), null).block();
        assertThat(documentVersion(goods)).isEqualTo(before + 2);
        levels.setOnHand(goods.variant(), 9, null).block();
        assertThat(documentVersion(goods)).isEqualTo(before + 2);
    }

    @Test
    void countsStockButNeverBelowWhatOrdersHold() {
        var goods = goods(5);
        reservations.reserve(claim(owner(), goods, 3), null).block();
        StepVerifier.create(levels.setOnHand(goods.variant(), 2, null)).verifyError(OnHandBelowReservedException.class);
        levels.setOnHand(goods.variant(), 3, null).block();
        assertThat(shops.stock(goods)).containsExactly(3, 3);
        assertThat(levels.available(List.of(goods.variant())).block()).containsEntry(goods.variant(), 0);
        assertThat(reasons(goods)).containsExactly("RESERVED", "COUNTED");
    }

    private TestGoods goods(int onHand) {
        return shops.goods(shop, 50_000, 500, onHand);
    }

    private static ReservationOwner owner() {
        return new ReservationOwner(UuidV7.next());
    }

    private static List<StockClaim> claim(ReservationOwner owner, TestGoods goods, int quantity) {
        return List.of(new StockClaim(owner, goods.variant(), quantity));
    }

    private List<String> reasons(TestGoods goods) {
        return Objects.requireNonNull(
                database.sql("SELECT reason FROM stock_change WHERE variant_id = :id ORDER BY changed_at, id")
                        .bind("id", goods.variantId())
                        .map(row -> Columns.text(row, "reason"))
                        .all()
                        .collectList()
                        .block());
    }

    private long documentVersion(TestGoods goods) {
        return Objects.requireNonNull(database.sql("SELECT document_version FROM listing WHERE id = :id")
                .bind("id", goods.listing().value())
                .map(row -> Columns.number(row, "document_version"))
                .one()
                .block());
    }
}
