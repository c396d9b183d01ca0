package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.inventory.ReservationOwner;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;

/** The part of an order that one shop sends: its goods, its delivery, its own course of events. */
public record SellerOrder(
        SellerOrderId id,
        String number,
        SellerIdentity seller,
        List<OrderLine> lines,
        ShippingOption shipping,
        SellerOrderState state,
        List<OrderEvent> events) {

    public SellerOrder {
        lines = List.copyOf(lines);
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
        return new SellerOrder(id, number, seller, lines, shipping, next, history);
    }

    OrderEvent lastEvent() {
        return events.getLast();
    }
}
