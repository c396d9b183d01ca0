/** The cart page: goods of several shops, changed with plain forms. The cart itself lives in the API; the session holds its id. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session"})
package vn.chophien.storefront.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
