/** Goods that buyers give back, on the desks of shops, which answer, and of the operator, who decides where they cannot agree. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "operatordesk", "page"})
package vn.chophien.storefront.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
