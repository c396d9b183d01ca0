package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShipmentId;
import vn.chophien.marketplace.inventory.StockClaim;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderFixture.Goods;
import vn.chophien.marketplace.payment.CashCollections;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.ProblemException;

/** Whatever buyers and shops do, in whatever order: goods, money and stock add up, and no state is reached that the graph lacks. */
class OrderLifePropertyTests {
    private static final AccountId SHOP = new AccountId(UUID.randomUUID());
    private static final List<String> CARRIERS = List.of("GHN", "GHTK", "Xe của HTX");

    @Property(tries = 400)
    void addsUpAfterEveryStep(
            @ForAll PaymentMethod method, @ForAll("parts") List<List<Goods>> parts, @ForAll("steps") List<Step> steps) {
        var life = new Life(OrderFixture.order(method == PaymentMethod.CARD ? method : PaymentMethod.COD, parts));
        for (var step : steps) {
            life.take(step);
            life.check();
        }
    }

    @Provide
    Arbitrary<List<List<Goods>>> parts() {
        var goods = Combinators.combine(
                        Arbitraries.longs().between(1, 500_000),
                        Arbitraries.integers().between(1, 5_000),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 6))
                .as(Goods::new);
        return goods.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 20_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    enum Act {
        PAY,
        CONFIRM,
        BUYER_CANCELS,
        SHOP_CANCELS,
        SHOP_GIVES_UP,
        SHIP,
        DELIVER,
        RETURN,
        GOODWILL
    }

    record Step(Act act, int part, int line, int pieces, int grams) {}

    /** An order with the books a listener and the stock would keep of it. */
    private static final class Life {
        private final Map<SellerOrderId, Money> received = new HashMap<>();
        private final Map<SellerOrderId, Money> owed = new HashMap<>();
        private final Map<SellerOrderId, Map<Integer, Money>> ahead = new HashMap<>();
        private final Map<VariantId, Integer> reserved = new HashMap<>();
        private final Map<VariantId, Integer> taken = new HashMap<>();
        private final List<String> keys = new ArrayList<>();
        private Order order;
        private Instant now = OrderFixture.PLACED;

        Life(Order order) {
            this.order = order;
            for (var part : order.sellerOrders()) {
                received.put(part.id(), Money.vnd(0));
                owed.put(part.id(), part.total());

                part.lines().forEach(line -> {
                    reserved.put(line.variant(), line.quantity());
                    taken.put(line.variant(), 0);
                });
            }
        }

        /** What is refused changes nothing. */
        void take(Step step) {
            now = now.plusSeconds(1);
            Order after;
            try {
                after = next(step);
            } catch (ProblemException refused) {
                return;
            }
            record(new OrderChange(order, after));
            order = after;
        }

        private Order next(Step step) {
            var part =
                    order.sellerOrders().get(step.part() % order.sellerOrders().size());
            var line = part.lines().get(step.line() % part.lines().size());
            var pieces = Map.of(line.position(), step.pieces());
            return switch (step.act()) {
                case PAY -> order.isAwaitingPayment() ? OrderFixture.paid(order) : order;
                case CONFIRM -> order.withPart(part.confirm(SHOP, now));
                case BUYER_CANCELS -> cancellation(Actor.BUYER).cancel(order, part, pieces, ReductionId.generate());
                case SHOP_CANCELS -> cancellation(Actor.SELLER).cancel(order, part, pieces, ReductionId.generate());
                case SHOP_GIVES_UP -> cancellation(Actor.SELLER).cancel(order, List.of(part));
                case SHIP -> ship(part, line, step);
                case DELIVER -> deliver(part, step.pieces());
                case RETURN -> giveBack(part, line, step.pieces());
                case GOODWILL -> goodwill(part, step.grams());
            };
        }

        private Order ship(SellerOrder part, OrderLine line, Step step) {
            var packed = new Shipment.Line(line.position(), step.pieces(), line.soldByWeight() ? step.grams() : null);
            return new Dispatch(
                            new ShipmentId(UUID.randomUUID()),
                            CARRIERS.get(step.grams() % 3),
                            null,
                            List.of(packed),
                            SHOP,
                            now)
                    .ship(order, part);
        }

        private Order deliver(SellerOrder part, int parcel) {
            return order.withPart(part.arrive(parcel == 0 ? null : parcel, SHOP, now));
        }

        private Order giveBack(SellerOrder part, OrderLine line, int pieces) {
            var kept = part.kept(line);
            if (!part.isDelivered() || pieces < 1 || pieces > kept) {
                return order;
            }
            var worth = part.due(line).times(pieces).dividedHalfUp(kept);
            var goods = worth.compareTo(part.goodsDue()) > 0 ? part.goodsDue() : worth;
            return goods.isPositive()
                    ? reduce(
                            part,
                            SellerOrderFact.Cause.RETURNED,
                            List.of(new Reduction.Line(line.position(), pieces, goods)),
                            goods)
                    : order;
        }

        private Order goodwill(SellerOrder part, int amount) {
            var goods = Money.vnd(Math.min(amount, part.goodsDue().minor()));
            return part.is(SellerOrderState.Name.AWAITING_PAYMENT) || !goods.isPositive()
                    ? order
                    : reduce(part, SellerOrderFact.Cause.GOODWILL, List.of(), goods);
        }

        private Order reduce(SellerOrder part, SellerOrderFact.Cause cause, List<Reduction.Line> lines, Money goods) {
            return order.reduce(
                    part,
                    new Reduction.Wish(
                            ReductionId.generate(), cause, lines, goods, Money.vnd(0), Actor.SELLER, SHOP, null, now));
        }

        private Cancellation cancellation(Actor actor) {
            return new Cancellation(actor, SHOP, "buyer-request", now);
        }

        private void record(OrderChange change) {
            for (var fact : change.facts()) {
                keys.add(fact.key());
                var part = fact.part().id();
                switch (fact) {
                    case SellerOrderFact.Paid paid -> received.merge(part, paid.amount(), Money::plus);
                    case SellerOrderFact.Collected collected ->
                        Handovers.of(collected)
                                .forEach(handover -> ahead.computeIfAbsent(part, _ -> new HashMap<>())
                                        .put(handover.parcel(), handover.amount()));
                    case SellerOrderFact.Delivered delivered -> {
                        if (!delivered.order().payment().isCard()) {
                            received.merge(part, handedOver(delivered), Money::plus);
                        }
                    }
                    case SellerOrderFact.Reduced reduced -> {
                        owed.merge(part, reduced.goods().plus(reduced.shipping()), Money::minus);
                        received.merge(part, reduced.repayment(), Money::minus);
                    }
                }
            }
            for (StockClaim claim : change.released()) {
                reserved.merge(claim.variant(), -claim.quantity(), Integer::sum);
            }
            for (StockClaim claim : change.taken()) {
                reserved.merge(claim.variant(), -claim.quantity(), Integer::sum);
                taken.merge(claim.variant(), claim.quantity(), Integer::sum);
            }
        }

        /** Each parcel's cash is with its own carrier, as that was told to collect; together it is all that was due. */
        private Money handedOver(SellerOrderFact.Delivered delivered) {
            var part = delivered.part();
            var handovers = Handovers.of(delivered);
            assertThat(handovers).extracting(CashCollections.Handover::parcel).doesNotHaveDuplicates();
            for (var handover : handovers) {
                var parcel = part.shipments().get(handover.parcel() - 1);
                assertThat(handover.carrier()).isEqualTo(parcel.carrier());
                assertThat(handover.at()).isEqualTo(parcel.deliveredAt());
                assertThat(handover.amount()).isEqualTo(part.collectible(parcel));
                assertThat(ahead.getOrDefault(part.id(), Map.of()).getOrDefault(handover.parcel(), handover.amount()))
                        .as("what was collected ahead is what it is in the end")
                        .isEqualTo(handover.amount());
            }
            assertThat(handovers)
                    .extracting(CashCollections.Handover::parcel)
                    .containsAll(ahead.getOrDefault(part.id(), Map.of()).keySet());
            return handovers.stream().map(CashCollections.Handover::amount).reduce(Money.vnd(0), Money::plus);
        }

        void check() {
            assertThat(keys).doesNotHaveDuplicates();
            for (var part : order.sellerOrders()) {
                checkGoods(part);
                checkMoney(part);
                checkState(part);
            }
            assertThat(order.payment().refundRequested())
                    .isLessThanOrEqualTo(order.payment().paid());
        }

        private void checkGoods(SellerOrder part) {
            for (var line : part.lines()) {
                assertThat(line.cancelled() + line.shipped() + line.open()).isEqualTo(line.quantity());
                assertThat(reserved).containsEntry(line.variant(), line.open());
                assertThat(taken).containsEntry(line.variant(), line.shipped());
                assertThat(part.shipments().stream()
                                .flatMap(parcel -> parcel.lines().stream())
                                .filter(packed -> packed.position() == line.position())
                                .mapToInt(Shipment.Line::quantity)
                                .sum())
                        .isEqualTo(line.shipped());
                assertThat(part.kept(line)).isBetween(0, line.shipped());
                assertThat(part.due(line).isNegative()).isFalse();
            }
        }

        private void checkMoney(SellerOrder part) {
            assertThat(part.due()).isEqualTo(owed.get(part.id()));
            assertThat(part.goodsDue().isNegative()).isFalse();
            assertThat(part.shippingDue().isNegative()).isFalse();
            var held = order.paidFor(part).minus(part.repaid());
            assertThat(held).isEqualTo(received.get(part.id()));
            if (order.payment().isPaid() || part.isDelivered()) {
                assertThat(held).as("paid − repaid is what is still due").isEqualTo(part.due());
            }
            if (!order.isPaidFor(part)) {
                checkCash(part);
            }
            if (part.is(SellerOrderState.Name.CANCELLED)) {
                assertThat(part.due()).isEqualTo(Money.vnd(0));
            }
        }

        /** All that is due is collected, with one parcel or another: from those that arrived, what they were to bring. */
        private void checkCash(SellerOrder part) {
            var collected = ahead.getOrDefault(part.id(), Map.of());
            for (var parcel : part.shipments()) {
                assertThat(collected.getOrDefault(parcel.position(), Money.vnd(0)))
                        .isEqualTo(parcel.isUnderWay() ? Money.vnd(0) : part.collectible(parcel));
            }
            assertThat(part.yetToCollect().isNegative()).isFalse();
            assertThat(part.shipments())
                    .noneMatch(parcel -> part.collectible(parcel).isNegative());
            if (!part.hasOpenLines()) {
                assertThat(part.yetToCollect()).isEqualTo(Money.vnd(0));
            }
        }

        private static void checkState(SellerOrder part) {
            assertThat(part.events().stream().skip(1))
                    .allMatch(event -> Transition.ALL.stream()
                            .anyMatch(legal -> legal.from() == event.from()
                                    && legal.to() == event.to()
                                    && legal.actors().contains(event.actor())));
            assertThat(part.events().getLast().to()).isEqualTo(part.state().name());
            var underWay = part.shipments().stream().anyMatch(Shipment::isUnderWay);
            switch (part.state()) {
                case SellerOrderState.AwaitingPayment _, SellerOrderState.New _, SellerOrderState.Confirmed _ -> {
                    assertThat(part.shipments()).isEmpty();
                    assertThat(part.hasOpenLines()).isTrue();
                }
                case SellerOrderState.PartlyShipped _ -> {
                    assertThat(part.shipments()).isNotEmpty();
                    assertThat(part.hasOpenLines()).isTrue();
                }
                case SellerOrderState.Shipped _ -> {
                    assertThat(underWay).isTrue();
                    assertThat(part.hasOpenLines()).isFalse();
                }
                case SellerOrderState.Delivered _ -> {
                    assertThat(underWay).isFalse();
                    assertThat(part.shipments()).isNotEmpty();
                    assertThat(part.hasOpenLines()).isFalse();
                }
                case SellerOrderState.Cancelled _ -> {
                    assertThat(part.shipments()).isEmpty();
                    assertThat(part.hasOpenLines()).isFalse();
                }
            }
        }
    }
}
