package vn.chophien.marketplace.marketfile;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.DemoAccounts;
import vn.chophien.marketplace.account.FirstOperator;
import vn.chophien.marketplace.pricefeed.DemonstrationBulletins;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerImport;
import vn.chophien.marketplace.seller.Sellers;

/**
 * What happens once before a market opens: it is filled when it is empty, the first operator gets an account, and a local
 * market gets its demo people and their bulletins.
 */
@Component
class MarketOpening {
    private static final String DEMO_SHOP = "doi-gio-cu-mgar";

    private final MarketFilling filling;
    private final FirstOperator firstOperator;
    private final DemoAccounts demoAccounts;
    private final SellerImport sellerImport;
    private final Sellers sellers;
    private final DemonstrationBulletins bulletins;

    MarketOpening(
            MarketFilling filling,
            FirstOperator firstOperator,
            DemoAccounts demoAccounts,
            SellerImport sellerImport,
            Sellers sellers,
            DemonstrationBulletins bulletins) {
        this.filling = filling;
        this.firstOperator = firstOperator;
        this.demoAccounts = demoAccounts;
        this.sellerImport = sellerImport;
        this.sellers = sellers;
        this.bulletins = bulletins;
    }

    Mono<Void> open() {
        return filling.fill()
                .then(firstOperator.open())
                .then(demoAccounts.open().flatMap(account -> giveShop(account).then(bulletins.publish())));
    }

    /** The demo seller runs the shop of that name, or else the first of the market. */
    private Mono<Void> giveShop(AccountId account) {
        return sellers.findBySlug(DEMO_SHOP)
                .map(Seller::id)
                .switchIfEmpty(sellerImport.first())
                .flatMap(shop -> sellerImport.makeOwner(shop, account));
    }
}
