/** The home page: what is in season, what is honoured, who sells, and today's prices. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
