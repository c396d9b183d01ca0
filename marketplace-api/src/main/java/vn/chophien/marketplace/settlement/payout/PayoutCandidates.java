package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.ReceivingAccount;
import vn.chophien.marketplace.payment.ReceivingAccounts;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerBalance;
import vn.chophien.marketplace.settlement.balance.SellerMoney;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.terms.Terms;

/** Every seller with a balance, and whether it can be paid now. */
@Component
class PayoutCandidates {

    private final Ledger ledger;
    private final SellerMoney money;
    private final PayoutPlans plans;
    private final PayoutRequests requests;
    private final PayoutRepository payouts;
    private final ReceivingAccounts accounts;
    private final PayoutWays ways;
    private final GatewayAccounts gatewayAccounts;

    PayoutCandidates(
            Ledger ledger,
            SellerMoney money,
            PayoutPlans plans,
            PayoutRequests requests,
            PayoutRepository payouts,
            ReceivingAccounts accounts,
            PayoutWays ways,
            GatewayAccounts gatewayAccounts) {
        this.ledger = ledger;
        this.money = money;
        this.plans = plans;
        this.requests = requests;
        this.payouts = payouts;
        this.accounts = accounts;
        this.ways = ways;
        this.gatewayAccounts = gatewayAccounts;
    }

    Flux<PayoutCandidate> at(Instant now) {
        return ledger.sellersWithBalance()
                .collectList()
                .flatMapMany(sellers -> surroundings(sellers, now)
                        .flatMapMany(known -> Flux.fromIterable(sellers)
                                .concatMap(
                                        seller -> money.of(seller).map(balance -> candidate(seller, balance, known)))));
    }

    /** Sellers that get their money today. */
    Mono<List<PayoutCandidate>> ready(Instant now) {
        var today = Terms.dayOf(now);
        return at(now).filter(candidate -> candidate.standing(today) == PayoutCandidate.Standing.READY)
                .collectList();
    }

    private Mono<Surroundings> surroundings(List<SellerId> sellers, Instant now) {
        return plans.on(Terms.dayOf(now))
                .flatMap(inForce -> requests.open()
                        .flatMap(asked -> payouts.lastOfEach()
                                .flatMap(last -> payouts.drafted()
                                        .collect(Collectors.toSet())
                                        .flatMap(drafted -> accounts.findAll(sellers)
                                                .flatMap(paidAt -> atGateway(sellers, now)
                                                        .map(there -> new Surroundings(
                                                                inForce, asked, last, drafted, paidAt, there)))))));
    }

    /** Nobody while the market pays by the bank's file. */
    private Mono<Map<SellerId, String>> atGateway(List<SellerId> sellers, Instant now) {
        return ways.on(Terms.dayOf(now))
                .filter(market -> market.way() == PayoutWay.GATEWAY)
                .flatMap(market -> gatewayAccounts.receiving(sellers))
                .defaultIfEmpty(Map.of());
    }

    private static PayoutCandidate candidate(SellerId seller, SellerBalance balance, Surroundings known) {
        var account = known.accounts().get(seller);
        var last = known.last().get(seller);
        return new PayoutCandidate(
                seller,
                balance,
                known.plans().of(seller),
                account == null ? null : account.account(),
                known.atGateway().get(seller),
                last == null ? null : Terms.dayOf(last),
                known.requested().contains(seller),
                known.drafted().contains(seller));
    }

    private record Surroundings(
            PayoutPlans.InForce plans,
            Set<SellerId> requested,
            Map<SellerId, Instant> last,
            Set<SellerId> drafted,
            Map<SellerId, ReceivingAccount> accounts,
            Map<SellerId, String> atGateway) {}
}
