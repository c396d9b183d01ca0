/** Documents to print and to keep: tables and articles on A4, as PDF, with the market's typeface embedded. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.storefront.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
