/**
 * Charts of prices as SVG, drawn on the server: readable without scripts, colored by the page's style sheet, and named for
 * people who do not see them. Knows nothing of pages or the API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.storefront.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
