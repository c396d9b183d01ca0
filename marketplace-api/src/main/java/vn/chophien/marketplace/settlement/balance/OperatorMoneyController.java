package vn.chophien.marketplace.settlement.balance;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.web.RequestProblem;

/** What a seller has, for operators. */
@RestController
class OperatorMoneyController {

    private final Sellers sellers;
    private final SellerMoney money;

    OperatorMoneyController(Sellers sellers, SellerMoney money) {
        this.sellers = sellers;
        this.money = money;
    }

    @GetMapping("/api/v1/operator/sellers/{slug}/money")
    Mono<MoneyResource> show(@PathVariable String slug) {
        return sellers.findBySlug(slug)
                .map(Seller::id)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(money::of)
                .map(MoneyResource::from);
    }
}
