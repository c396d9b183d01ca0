package vn.chophien.marketplace.seller;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.AccountShop;
import vn.chophien.marketplace.account.SellerOfAccount;
import vn.chophien.marketplace.security.AccountId;

/** Tells the sign-in which shop an account runs. */
@Component
class ShopOfAccount implements SellerOfAccount {
    private final Sellers sellers;

    ShopOfAccount(Sellers sellers) {
        this.sellers = sellers;
    }

    @Override
    public Mono<AccountShop> shopOf(AccountId account) {
        return sellers.ownedBy(account)
                .flatMap(sellers::find)
                .map(seller -> new AccountShop(seller.id().value(), seller.slug(), seller.nameVi(), seller.nameEn()));
    }
}
