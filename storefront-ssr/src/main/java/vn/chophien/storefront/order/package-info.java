/** Orders as their buyer sees them: by account, by the link in the buyer's hands, or by number and phone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "qr", "session"})
package vn.chophien.storefront.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
