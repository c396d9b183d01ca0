package vn.chophien.marketplace.account;

import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;

/** Which shop an account runs; answered by the capability that knows shops. */
public interface SellerOfAccount {
    /** The shop, or nothing for an account that runs none. */
    Mono<AccountShop> shopOf(AccountId account);
}
