/** The living page of the design system: every token and component, drawn with the templates that pages use. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
