/**
 * What operators see and do about the money of shops: what one has and why, when shops are paid, the tax withheld for them, transactions to take
 * back, and past proofs reckoned again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "operatordesk", "payout"})
package vn.chophien.storefront.operatormoney;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
