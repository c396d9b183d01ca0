package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.EntityTags;

/** Says when sellers are paid: the market for all, and each seller for itself within the market's minimum. */
@Component
class PayoutPlanning {

    private static final String OWN_CHOICE = "own choice";

    private final PayoutPlans plans;
    private final PayoutRequests requests;
    private final SellerMoney money;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PayoutPlanning(
            PayoutPlans plans,
            PayoutRequests requests,
            SellerMoney money,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.plans = plans;
        this.requests = requests;
        this.money = money;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<PayoutPlans.InForce> inForce() {
        return plans.on(Terms.dayOf(clock.instant()));
    }

    /** Of what a seller sees as its plan, or (none) of the market's: another one with each change. */
    Mono<Long> version(@Nullable SellerId seller) {
        return plans.version(seller);
    }

    /** Holds from today. {@code ifMatch} names the version that the seller saw. */
    Mono<Void> choose(SellerId seller, PayoutPlan plan, @Nullable String ifMatch, AccountId by) {
        return unchanged(seller, ifMatch)
                .then(Mono.defer(this::inForce))
                .flatMap(known -> plan.minimum().compareTo(known.market().minimum()) < 0
                        ? Mono.error(PayoutProblem.minimumTooLow(known.market().minimum()))
                        : plans.insert(seller, plan, OWN_CHOICE, by, clock.instant()))
                .as(transaction::transactional);
    }

    Mono<Void> planMarket(PayoutPlan plan, String reference, @Nullable String ifMatch, AccountId by) {
        return unchanged(null, ifMatch)
                .then(Mono.defer(() -> plans.insert(null, plan, reference, by, clock.instant())))
                .as(transaction::transactional);
    }

    private Mono<Void> unchanged(@Nullable SellerId seller, @Nullable String ifMatch) {
        return plans.takeTurns()
                .then(Mono.defer(() -> plans.version(seller)))
                .doOnNext(version -> EntityTags.requireMatch(ifMatch, version))
                .then();
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
