package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.inventory.ReservationOwner;
import vn.chophien.marketplace.inventory.StockClaim;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;

/**
 * The part of an order that one shop sends: its goods, its delivery, its own course of events.
 *
 * @param lines what was ordered; {@code reductions} stand beside it
 */
public record SellerOrder(
        SellerOrderId id,
        String number,
        SellerIdentity seller,
        List<OrderLine> lines,
        ShippingOption shipping,
        SellerOrderState state,
        List<Shipment> shipments,
        List<Reduction> reductions,
        List<OrderEvent> events) {

    public SellerOrder {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
        reductions = List.copyOf(reductions);
        events = List.copyOf(events);
    }

    public Money goodsTotal() {
        return lines.stream().map(OrderLine::total).reduce(nothing(), Money::plus);
    }

    public Money total() {
        return goodsTotal().plus(shipping.fee());
    }

    /** What the buyer owes for this part after all reductions, paid or not. */
    public Money due() {
        return goodsDue().plus(shippingDue());
    }

    public Money goodsDue() {
        return goodsTotal().minus(sum(Reduction::goods));
    }

    public Money shippingDue() {
        return shipping.fee().minus(sum(Reduction::shipping));
    }

    /** What of the buyer's money goes back or went back. */
    public Money repaid() {
        return sum(Reduction::repayment);
    }

    /** What is owed for a line after its reductions. */
    public Money due(OrderLine line) {
        return reductionLines(line, _ -> true).map(Reduction.Line::goods).reduce(line.total(), Money::minus);
    }

    /** Shipped pieces of a line that did not come back. */
    public int kept(OrderLine line) {
        return line.shipped()
                - reductionLines(line, reduction -> reduction.cause() == SellerOrderFact.Cause.RETURNED)
                        .mapToInt(Reduction.Line::quantity)
                        .sum();
    }

    public Optional<OrderLine> line(int position) {
        return lines.stream().filter(line -> line.position() == position).findFirst();
    }

    public boolean isDelivered() {
        return is(SellerOrderState.Name.DELIVERED);
    }

    /**
     * What the carrier collects with a parcel when the buyer pays on delivery: its goods, less the goodwill given before it left as far as earlier
     * parcels did not cost less by that already, and with the first one the shipping fee.
     */
    Money collectible(Shipment shipment) {
        var spent = nothing();
        for (var parcel : shipments) {
            var goods = worth(parcel);
            var goodwill = goodwillBefore(parcel.shippedAt()).minus(spent);
            var less = goodwill.compareTo(goods) > 0 ? goods : goodwill;
            if (parcel.position() == shipment.position()) {
                var left = goods.minus(less);
                return parcel.position() == 1 ? left.plus(shipping.fee()) : left;
            }
            spent = spent.plus(less);
        }
        throw new IllegalArgumentException("Seller order %s has no parcel %d".formatted(number, shipment.position()));
    }

    /** What is still to be collected with parcels that have not left. */
    Money yetToCollect() {
        return shipments.stream().map(this::collectible).reduce(due(), Money::minus);
    }

    private Money goodwillBefore(Instant moment) {
        return reductions.stream()
                .filter(reduction -> reduction.cause() == SellerOrderFact.Cause.GOODWILL
                        && !reduction.at().isAfter(moment))
                .map(Reduction::goods)
                .reduce(nothing(), Money::plus);
    }

    private Money worth(Shipment shipment) {
        return shipment.lines().stream()
                .map(packed -> line(packed.position()).orElseThrow().priceOf(packed.quantity(), packed.packedGrams()))
                .reduce(nothing(), Money::plus);
    }

    boolean is(SellerOrderState.Name name) {
        return state.name() == name;
    }

    boolean hasOpenLines() {
        return lines.stream().anyMatch(line -> line.open() > 0);
    }

    boolean has(ReductionId reduction) {
        return reductions.stream().anyMatch(known -> known.id().equals(reduction));
    }

    Map<Integer, Integer> openPieces() {
        return lines.stream()
                .filter(line -> line.open() > 0)
                .collect(Collectors.toMap(OrderLine::position, OrderLine::open));
    }

    ReservationOwner reservationOwner() {
        return new ReservationOwner(id.value());
    }

    /** The goods it is promised, as long as none of them left. */
    List<StockClaim> promised() {
        return lines.stream()
                .filter(line -> line.open() > 0)
                .map(line -> new StockClaim(reservationOwner(), line.variant(), line.open()))
                .toList();
    }

    /** This seller order one step further; refused where {@link Transition} knows no such step. */
    SellerOrder move(
            SellerOrderState next, Actor actor, @Nullable AccountId account, @Nullable String note, Instant at) {
        if (!Transition.isLegal(state.name(), next.name(), actor)) {
            throw OrderProblem.illegalTransition(number, state.name(), next.name());
        }
        var history = new ArrayList<>(events);
        history.add(new OrderEvent(state.name(), next.name(), actor, account, note, at));
        return new SellerOrder(id, number, seller, lines, shipping, next, shipments, reductions, history);
    }

    /** Until when it waits for its money, if it does. */
    Optional<Instant> dueAt() {
        return state instanceof SellerOrderState.AwaitingPayment(var due) ? Optional.of(due) : Optional.empty();
    }

    /** Waits until then, if it waits and would not wait that long. */
    SellerOrder awaiting(Instant until) {
        return dueAt().filter(due -> due.isBefore(until))
                .map(due -> new SellerOrder(
                        id,
                        number,
                        seller,
                        lines,
                        shipping,
                        new SellerOrderState.AwaitingPayment(until),
                        shipments,
                        reductions,
                        events))
                .orElse(this);
    }

    /** The shop has the goods and packs them. */
    SellerOrder confirm(AccountId by, Instant at) {
        if (!is(SellerOrderState.Name.NEW)) {
            throw OrderProblem.illegalTransition(number, state.name(), SellerOrderState.Name.CONFIRMED);
        }
        return move(new SellerOrderState.Confirmed(), Actor.SELLER, by, null, at);
    }

    /** A parcel arrived, or all that are under way; refused when none of them is. With the last one everything is delivered. */
    SellerOrder arrive(@Nullable Integer parcel, AccountId by, Instant at) {
        var arrived = shipments.stream()
                .map(shipment -> shipment.isUnderWay() && (parcel == null || parcel == shipment.position())
                        ? shipment.delivered(at)
                        : shipment)
                .toList();
        if (arrived.equals(shipments)) {
            throw OrderProblem.illegalTransition(number, state.name(), SellerOrderState.Name.DELIVERED);
        }
        var left = handled(lines, arrived);
        var complete = !hasOpenLines() && arrived.stream().noneMatch(Shipment::isUnderWay);
        return left.move(complete ? new SellerOrderState.Delivered(at) : state, Actor.SELLER, by, null, at);
    }

    /** With these lines and parcels; the state follows with {@link #move}. */
    SellerOrder handled(List<OrderLine> lines, List<Shipment> shipments) {
        return new SellerOrder(id, number, seller, lines, shipping, state, shipments, reductions, events);
    }

    SellerOrder reduce(Reduction reduction) {
        var all = new ArrayList<>(reductions);
        all.add(reduction);
        return new SellerOrder(id, number, seller, lines, shipping, state, shipments, all, events);
    }

    OrderEvent lastEvent() {
        return events.getLast();
    }

    private Stream<Reduction.Line> reductionLines(OrderLine line, Predicate<Reduction> wanted) {
        return reductions.stream()
                .filter(wanted)
                .flatMap(reduction -> reduction.lines().stream())
                .filter(reduced -> reduced.position() == line.position());
    }

    private Money sum(Function<Reduction, Money> amount) {
        return reductions.stream().map(amount).reduce(nothing(), Money::plus);
    }

    private Money nothing() {
        return Money.zero(shipping.fee().currency());
    }
}
