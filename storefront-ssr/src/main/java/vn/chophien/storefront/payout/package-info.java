/** Payouts, statements and the members' split: the cooperative's pages, and the operator's pages for batches. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session", "document", "operatordesk"})
package vn.chophien.storefront.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
