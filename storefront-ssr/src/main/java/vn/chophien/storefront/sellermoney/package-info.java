/** A shop's money: what it has, what waits and until when, and how each sale came about. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.sellermoney;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
