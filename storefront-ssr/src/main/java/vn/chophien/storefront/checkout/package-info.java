/** From the cart to a placed order: address, shipping per shop, payment. Works step by step without JavaScript. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "cart", "page", "session"})
package vn.chophien.storefront.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
