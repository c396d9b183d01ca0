/** Who sells: the list of shops and each shop's page with its legal identity and its goods. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
