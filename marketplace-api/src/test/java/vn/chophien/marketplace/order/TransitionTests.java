package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.order.SellerOrderState.Name;

class TransitionTests {
    @Test
    void reachesEveryStateAndEndsInDeliveredOrCancelled() {
        var reached = EnumSet.of(Name.AWAITING_PAYMENT);
        while (Transition.ALL.stream().anyMatch(step -> reached.contains(step.from()) && reached.add(step.to()))) {
            // each round reaches one state more
        }
        assertThat(reached).containsExactlyInAnyOrder(Name.values());
        for (var state : Name.values()) {
            var ends = Set.of(Name.DELIVERED, Name.CANCELLED).contains(state);
            assertThat(Transition.ALL.stream().noneMatch(step -> step.from() == state && step.to() != state))
                    .as("%s is an end", state)
                    .isEqualTo(ends);
        }
    }

    @Test
    void neverGoesBack() {
        assertThat(Transition.ALL).allMatch(step -> step.from().compareTo(step.to()) <= 0);
    }

    @Test
    void letsOnlyTheMarketSayThatAnOrderIsPaid() {
        assertThat(Transition.isLegal(Name.AWAITING_PAYMENT, Name.NEW, Actor.SYSTEM))
                .isTrue();
        assertThat(Transition.isLegal(Name.AWAITING_PAYMENT, Name.NEW, Actor.SELLER))
                .isFalse();
        assertThat(Transition.isLegal(Name.AWAITING_PAYMENT, Name.NEW, Actor.BUYER))
                .isFalse();
    }

    @Test
    void letsNobodyCancelWhatHasLeftTheHouse() {
        for (var actor : Actor.values()) {
            assertThat(Transition.next(Name.SHIPPED, actor)).doesNotContain(Name.CANCELLED);
            assertThat(Transition.next(Name.DELIVERED, actor)).isEmpty();
        }
        assertThat(Transition.next(Name.CONFIRMED, Actor.BUYER)).isEmpty();
    }
}
