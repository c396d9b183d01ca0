/** Which prices are unusual: a page for everybody and one at the trade desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.pricealerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
