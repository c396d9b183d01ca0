package vn.chophien.marketplace.aftersales;

import java.util.List;
import vn.chophien.marketplace.aftersales.ReturnState.Name;
import vn.chophien.marketplace.order.Actor;

/** One legal step of a return and who may take it. */
record ReturnTransition(Name from, Name to, Actor actor) {

    static final List<ReturnTransition> ALL = List.of(
            new ReturnTransition(Name.REQUESTED, Name.ACCEPTED, Actor.SELLER),
            new ReturnTransition(Name.REQUESTED, Name.REFUSED, Actor.SELLER),
            new ReturnTransition(Name.REQUESTED, Name.WITHDRAWN, Actor.BUYER),
            // Only when the shop did not answer in time.
            new ReturnTransition(Name.REQUESTED, Name.ESCALATED, Actor.BUYER),
            new ReturnTransition(Name.REFUSED, Name.ESCALATED, Actor.BUYER),
            new ReturnTransition(Name.ESCALATED, Name.WITHDRAWN, Actor.BUYER),
            new ReturnTransition(Name.ESCALATED, Name.ACCEPTED, Actor.OPERATOR),
            new ReturnTransition(Name.ESCALATED, Name.DISMISSED, Actor.OPERATOR),
            new ReturnTransition(Name.ACCEPTED, Name.GOODS_BACK, Actor.SELLER));

    static boolean isLegal(Name from, Name to, Actor actor) {
        return ALL.contains(new ReturnTransition(from, to, actor));
    }
}
