package vn.chophien.marketplace.settlement.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.terms.Term;
import vn.chophien.marketplace.terms.TermKind;
import vn.chophien.marketplace.terms.Terms;

class SellerBalanceTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private static final Terms TERMS = new Terms(List.of(new Term(
            UUID.randomUUID(),
            TermKind.RETURN_WINDOW_DAYS,
            null,
            null,
            null,
            null,
            null,
            7L,
            null,
            null,
            "Thử",
            BEGIN,
            BEGIN,
            null)));

    @Test
    void freesASaleWhenItsReturnWindowEnds() {
        var balance = balance(100_000, position(100_000, 0, 0, YESTERDAY));
        assertThat(balance.available().minor()).isZero();
        assertThat(balance.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.reasons()).containsExactly(HoldReason.RETURN_WINDOW);
            assertThat(hold.releaseAt()).isEqualTo(YESTERDAY.plus(Duration.ofDays(7)));
        });
        assertThat(balance(100_000, position(100_000, 0, 0, LONG_AGO))
                        .available()
                        .minor())
                .isEqualTo(100_000);
    }

    @Test
    void neverFreesCashThatIsStillWithTheCarrier() {
        var balance = balance(95_000, position(95_000, 0, 100_000, LONG_AGO));
        assertThat(balance.available().minor()).isZero();
        assertThat(balance.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.reasons()).containsExactly(HoldReason.CARRIER);
            assertThat(hold.releaseAt()).isNull();
        });
    }

    @Test
    void showsWhatBuyersPaidForGoodsOnTheirWay() {
        var balance = balance(0, position(0, 214_000, 0, null));
        assertThat(balance.total().minor()).isEqualTo(214_000);
        assertThat(balance.pending().minor()).isEqualTo(214_000);
        assertThat(balance.holds().getFirst().reasons()).containsExactly(HoldReason.DELIVERY);
    }

    @Test
    void countsWhatASellerOwesAtOnce() {
        var balance = balance(60_000, position(100_000, 0, 0, LONG_AGO), position(-40_000, 0, 0, YESTERDAY));
        assertThat(balance.available().minor()).isEqualTo(60_000);
        assertThat(balance.holds()).isEmpty();
        assertThat(balance(-25_000, position(-25_000, 0, 0, YESTERDAY))
                        .available()
                        .minor())
                .isEqualTo(-25_000);
    }

    @Test
    void waitsUntilARefusalCanNoLongerGoToTheOperator() {
        var soon = NOW.plus(Duration.ofHours(1));
        assertThat(balance(100_000, refused(LONG_AGO, soon)).holds())
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.reasons()).containsExactly(HoldReason.DISPUTE);
                    assertThat(hold.releaseAt()).isEqualTo(soon);
                });
        assertThat(balance(100_000, refused(YESTERDAY, soon)).holds().getFirst().releaseAt())
                .isEqualTo(YESTERDAY.plus(Duration.ofDays(7)));
        assertThat(balance(100_000, refused(LONG_AGO, NOW)).available().minor()).isEqualTo(100_000);
    }

    @Property(tries = 300)
    void addsUpWhateverTheCourseOfSales(@ForAll("courses") List<PartPosition> positions) {
        var account = positions.stream().mapToLong(PartPosition::net).sum() - 1_000;
        var balance = SellerBalance.of(account, positions, TERMS, NOW);
        assertThat(balance.pending().plus(balance.available())).isEqualTo(balance.total());
        assertThat(balance.holds().stream().map(Hold::amount).reduce(Money.vnd(0), Money::plus))
                .isEqualTo(balance.pending());
        assertThat(balance.holds()).allSatisfy(hold -> {
            assertThat(hold.amount().isPositive()).isTrue();
            assertThat(hold.reasons()).isNotEmpty();
        });
        var free = positions.stream()
                .filter(position -> position.atCarrier() == 0)
                .mapToLong(position -> Math.max(0, position.net()))
                .sum();
        assertThat(balance.available().minor()).isLessThanOrEqualTo(free);
    }

    @Provide
    Arbitrary<List<PartPosition>> courses() {
        var amounts = Arbitraries.longs().between(-1_000_000, 1_000_000);
        var positive = Arbitraries.longs().between(0, 1_000_000);
        return Combinators.combine(
                        amounts,
                        positive,
                        positive,
                        positive,
                        Arbitraries.of(YESTERDAY, LONG_AGO),
                        Arbitraries.of(true, false))
                .as((net, awaited, atCarrier, refunding, delivered, disputed) -> new PartPosition(
                        SellerOrderId.generate(),
                        "DH-1",
                        net,
                        awaited,
                        atCarrier,
                        refunding,
                        delivered,
                        null,
                        disputed))
                .list()
                .ofMaxSize(8);
    }

    private static SellerBalance balance(long account, PartPosition... positions) {
        return SellerBalance.of(account, List.of(positions), TERMS, NOW);
    }

    private static PartPosition refused(Instant deliveredAt, Instant appealDue) {
        return new PartPosition(SellerOrderId.generate(), "DH-1", 100_000, 0, 0, 0, deliveredAt, appealDue, false);
    }

    private static PartPosition position(long net, long awaited, long atCarrier, @Nullable Instant deliveredAt) {
        return new PartPosition(SellerOrderId.generate(), "DH-1", net, awaited, atCarrier, 0, deliveredAt, null, false);
    }
}
