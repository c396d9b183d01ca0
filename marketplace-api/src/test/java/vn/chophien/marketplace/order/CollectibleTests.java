package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShipmentId;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.security.AccountId;

/** Three jars at 100,000 ₫ and 18,000 ₫ for the way, paid to the carrier. */
class CollectibleTests {

    private static final AccountId SHOP = new AccountId(UUID.randomUUID());

    private Order order =
            OrderFixture.order(PaymentMethod.COD, List.of(List.of(new OrderFixture.Goods(100_000, 500, false, 3))));
    private Instant now = OrderFixture.PLACED;

    @Test
    void collectsTheGoodsAndOnceTheWay() {
        ship(1);
        ship(2);
        assertThat(collected()).containsExactly(118_000, 200_000);
    }

    @Test
    void collectsNoGoodwillThatWasGivenBefore() {
        forgive(30_000);
        ship(1);
        ship(2);
        assertThat(collected()).containsExactly(88_000, 200_000);
        assertThat(part().due()).isEqualTo(Money.vnd(288_000));
    }

    @Test
    void spreadsGoodwillOverParcels() {
        forgive(130_000);
        ship(1);
        assertThat(part().yetToCollect()).isEqualTo(Money.vnd(170_000));
        forgive(8_000);
        ship(2);
        assertThat(collected()).containsExactly(18_000, 162_000);
        assertThat(part().due()).isEqualTo(Money.vnd(180_000));
    }

    @Test
    void knowsWhatNoParcelCanCostLessAnyMore() {
        ship(1);
        assertThat(part().yetToCollect()).isEqualTo(Money.vnd(200_000));
        ship(2);
        assertThat(part().yetToCollect()).isEqualTo(Money.vnd(0));
    }

    private SellerOrder part() {
        return order.sellerOrders().getFirst();
    }

    private long[] collected() {
        return part().shipments().stream()
                .mapToLong(parcel -> part().collectible(parcel).minor())
                .toArray();
    }

    private void ship(int pieces) {
        now = now.plus(Duration.ofHours(1));
        var confirmed = part().is(SellerOrderState.Name.NEW) ? part().confirm(SHOP, now) : part();
        order = new Dispatch(
                        new ShipmentId(UUID.randomUUID()),
                        "GHN",
                        null,
                        List.of(new Shipment.Line(1, pieces, null)),
                        SHOP,
                        now)
                .ship(order.withPart(confirmed), confirmed);
    }

    private void forgive(long amount) {
        now = now.plus(Duration.ofHours(1));
        order = order.reduce(
                part(),
                new Reduction.Wish(
                        ReductionId.generate(),
                        SellerOrderFact.Cause.GOODWILL,
                        List.of(),
                        Money.vnd(amount),
                        Money.vnd(0),
                        Actor.SELLER,
                        SHOP,
                        null,
                        now));
    }
}
