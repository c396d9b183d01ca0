package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.terms.Terms;

/** Says when sellers are paid: the market for all, and each seller for itself within the market's minimum. */
@Component
class PayoutPlanning {

    private static final String OWN_CHOICE = "own choice";

    private final PayoutPlans plans;
    private final PayoutRequests requests;
    private final SellerMoney money;
    private final InstantSource clock;

    PayoutPlanning(PayoutPlans plans, PayoutRequests requests, SellerMoney money, InstantSource clock) {
        this.plans = plans;
        this.requests = requests;
        this.money = money;
        this.clock = clock;
    }

    Mono<PayoutPlans.InForce> inForce() {
        return plans.on(Terms.dayOf(clock.instant()));
    }

    /** Holds from today. */
    Mono<Void> choose(SellerId seller, PayoutPlan plan, AccountId by) {
        return inForce()
                .flatMap(known -> plan.minimum().compareTo(known.market().minimum()) < 0
                        ? Mono.error(PayoutProblem.minimumTooLow(known.market().minimum()))
                        : plans.insert(seller, plan, OWN_CHOICE, by, clock.instant()));
    }

    Mono<Void> planMarket(PayoutPlan plan, String reference, AccountId by) {
        return plans.insert(null, plan, reference, by, clock.instant());
    }

    /** A seller asks for its money before the planned day. */
    Mono<Void> request(SellerId seller, AccountId by) {
        return inForce()
                .flatMap(known -> money.of(seller).flatMap(balance -> {
                    var minimum = known.of(seller).minimum();
                    return balance.available().compareTo(minimum) < 0
                            ? Mono.error(PayoutProblem.belowMinimum(balance.available(), minimum))
                            : requests.ask(seller, by, clock.instant());
                }));
    }
}
