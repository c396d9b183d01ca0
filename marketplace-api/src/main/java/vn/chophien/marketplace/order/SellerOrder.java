package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.inventory.ReservationOwner;
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
        List<Reduction> reductions,
        List<OrderEvent> events) {

    public SellerOrder {
        lines = List.copyOf(lines);
        reductions = List.copyOf(reductions);
        events = List.copyOf(events);
    }

    public Money goodsTotal() {
        return lines.stream()
                .map(OrderLine::total)
                .reduce(Money.zero(shipping.fee().currency()), Money::plus);
    }

    public Money total() {
        return goodsTotal().plus(shipping.fee());
    }

    /** What the buyer owes for this part after all reductions, paid or not. */
    public Money due() {
        return total().minus(sum(Reduction::amount));
    }

    /** What of the buyer's money goes back or went back. */
    public Money repaid() {
        return sum(Reduction::repayment);
    }

    private Money sum(Function<Reduction, Money> amount) {
        return reductions.stream().map(amount).reduce(Money.zero(shipping.fee().currency()), Money::plus);
    }

    boolean is(SellerOrderState.Name name) {
        return state.name() == name;
    }

    ReservationOwner reservationOwner() {
        return new ReservationOwner(id.value());
    }

    /** This seller order one step further; refused where {@link Transition} knows no such step. */
    SellerOrder move(
            SellerOrderState next, Actor actor, @Nullable AccountId account, @Nullable String note, Instant at) {
        if (!Transition.isLegal(state.name(), next.name(), actor)) {
            throw OrderProblem.illegalTransition(number, state.name(), next.name());
        }
        var history = new ArrayList<>(events);
        history.add(new OrderEvent(state.name(), next.name(), actor, account, note, at));
        return new SellerOrder(id, number, seller, lines, shipping, next, reductions, history);
    }

    SellerOrder reduce(Reduction reduction) {
        var all = new ArrayList<>(reductions);
        all.add(reduction);
        return new SellerOrder(id, number, seller, lines, shipping, state, all, events);
    }

    OrderEvent lastEvent() {
        return events.getLast();
    }
}
