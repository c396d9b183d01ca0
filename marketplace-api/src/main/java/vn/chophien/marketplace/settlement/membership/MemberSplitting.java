package vn.chophien.marketplace.settlement.membership;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.settlement.payout.SellerPayouts;
import vn.chophien.marketplace.settlement.statement.Period;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Splits one payout, or an amount that the cooperative names, over what members delivered in a period. */
@Component
class MemberSplitting {

    private static final long MOST = 1_000_000_000_000L;

    private final MemberRepository repository;
    private final SellerPayouts payouts;
    private final Sellers sellers;

    MemberSplitting(MemberRepository repository, SellerPayouts payouts, Sellers sellers) {
        this.repository = repository;
        this.payouts = payouts;
        this.sellers = sellers;
    }

    Mono<MemberStatement> split(CurrentSeller seller, Period period, @Nullable String payout, @Nullable Long amount) {
        var shop = new SellerId(seller.sellerId());
        return amount(shop, payout, amount)
                .flatMap(money -> repository
                        .all(shop)
                        .collectList()
                        .flatMap(members -> repository
                                .deliveries(shop, period)
                                .collectList()
                                .flatMap(deliveries -> Mono.justOrEmpty(
                                                MemberStatement.split(money, members, deliveries))
                                        .switchIfEmpty(Mono.error(MembershipProblem::nothingDelivered)))));
    }

    Mono<String> shopName(CurrentSeller seller, Language language) {
        return sellers.find(new SellerId(seller.sellerId()))
                .map(shop -> shop.name(language))
                .switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private Mono<Money> amount(SellerId shop, @Nullable String payout, @Nullable Long amount) {
        if (payout != null) {
            return payouts.amountOf(shop, payout).switchIfEmpty(Mono.error(RequestProblem::notFound));
        }
        return amount == null || amount < 0 || amount > MOST
                ? Mono.error(() ->
                        RequestProblem.invalid(new FieldProblem("amount", amount == null ? "required" : "invalid")))
                : Mono.just(Money.vnd(amount));
    }
}
