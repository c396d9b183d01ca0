package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;

/**
 * Goods of one seller order that the buyer wants to give back.
 *
 * @param partNumber of the seller order
 * @param text the buyer's own words
 */
record Return(
        ReturnId id,
        OrderId order,
        SellerOrderId part,
        String partNumber,
        SellerId seller,
        ReturnReason reason,
        @Nullable String text,
        List<Line> lines,
        ReturnState state,
        List<Event> events,
        Instant requestedAt) {

    Return {
        lines = List.copyOf(lines);
        events = List.copyOf(events);
    }

    /** Still open to end with goods and money going back, so its pieces cannot be asked for again. */
    boolean isUndecided(Instant now) {
        return switch (state) {
            case ReturnState.Requested _, ReturnState.Escalated _ -> true;
            case ReturnState.Refused refused -> now.isBefore(refused.appealDue());
            case ReturnState.Withdrawn _, ReturnState.Dismissed _, ReturnState.Accepted _, ReturnState.GoodsBack _ ->
                false;
        };
    }

    /**
     * One step further; refused where {@link ReturnTransition} knows no such step, to a buyer who does not give the shop its time or lets her own
     * pass, and for goods that nobody waits for.
     */
    Return move(ReturnState next, Actor actor, @Nullable AccountId account, @Nullable String note, Instant at) {
        if (!ReturnTransition.isLegal(state.name(), next.name(), actor)) {
            throw AftersalesProblem.illegalTransition(state.name(), next.name());
        }
        if (state instanceof ReturnState.Requested requested
                && next instanceof ReturnState.Escalated
                && at.isBefore(requested.answerDue())) {
            throw AftersalesProblem.answerNotDue(requested.answerDue());
        }
        if (state instanceof ReturnState.Refused refused
                && next instanceof ReturnState.Escalated
                && !at.isBefore(refused.appealDue())) {
            throw AftersalesProblem.appealClosed(refused.appealDue());
        }
        if (state instanceof ReturnState.Accepted accepted
                && next instanceof ReturnState.GoodsBack
                && !accepted.goodsExpected()) {
            throw AftersalesProblem.goodsNotExpected();
        }
        var history = new ArrayList<>(events);
        history.add(new Event(state.name(), next.name(), actor, account, note, at));
        return new Return(id, order, part, partNumber, seller, reason, text, lines, next, history, requestedAt);
    }

    Event lastEvent() {
        return events.getLast();
    }

    /** @param position of the order line */
    record Line(int position, int quantity) {}

    record Event(
            ReturnState.@Nullable Name from,
            ReturnState.Name to,
            Actor actor,
            @Nullable AccountId account,
            @Nullable String note,
            Instant at) {}
}
