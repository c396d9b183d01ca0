package vn.chophien.marketplace.order;

import java.util.List;
import java.util.Set;
import vn.chophien.marketplace.order.SellerOrderState.Name;

/** One legal step of a seller order and who may take it; a step that leaves the state as it is changes lines or parcels. */
record Transition(Name from, Name to, Set<Actor> actors) {

    static final List<Transition> ALL = List.of(
            new Transition(Name.AWAITING_PAYMENT, Name.NEW, Set.of(Actor.SYSTEM)),
            new Transition(Name.AWAITING_PAYMENT, Name.CANCELLED, Set.of(Actor.BUYER, Actor.SYSTEM)),
            // Some goods are given up, others stay.
            new Transition(Name.NEW, Name.NEW, Set.of(Actor.BUYER, Actor.SELLER)),
            new Transition(Name.NEW, Name.CONFIRMED, Set.of(Actor.SELLER)),
            new Transition(Name.NEW, Name.CANCELLED, Set.of(Actor.BUYER, Actor.SELLER, Actor.SYSTEM)),
            new Transition(Name.CONFIRMED, Name.CONFIRMED, Set.of(Actor.SELLER)),
            new Transition(Name.CONFIRMED, Name.PARTLY_SHIPPED, Set.of(Actor.SELLER)),
            new Transition(Name.CONFIRMED, Name.SHIPPED, Set.of(Actor.SELLER)),
            new Transition(Name.CONFIRMED, Name.CANCELLED, Set.of(Actor.SELLER)),
            // One more parcel left or arrived, or goods that have not left are given up.
            new Transition(Name.PARTLY_SHIPPED, Name.PARTLY_SHIPPED, Set.of(Actor.SELLER)),
            new Transition(Name.PARTLY_SHIPPED, Name.SHIPPED, Set.of(Actor.SELLER)),
            new Transition(Name.PARTLY_SHIPPED, Name.DELIVERED, Set.of(Actor.SELLER)),
            // One of several parcels arrived.
            new Transition(Name.SHIPPED, Name.SHIPPED, Set.of(Actor.SELLER)),
            new Transition(Name.SHIPPED, Name.DELIVERED, Set.of(Actor.SELLER)));

    static boolean isLegal(Name from, Name to, Actor actor) {
        return ALL.stream().anyMatch(step -> step.from == from && step.to == to && step.actors.contains(actor));
    }

    /** What this actor may do next. */
    static List<Name> next(Name from, Actor actor) {
        return ALL.stream()
                .filter(step -> step.from == from && step.actors.contains(actor))
                .map(Transition::to)
                .toList();
    }
}
