/** The product page, its pictures, and what search engines read of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
