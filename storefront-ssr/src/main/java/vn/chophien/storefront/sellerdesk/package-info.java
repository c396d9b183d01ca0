/** The cooperative's desk: orders to confirm and ship, prices and stock to keep. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session"})
package vn.chophien.storefront.sellerdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
