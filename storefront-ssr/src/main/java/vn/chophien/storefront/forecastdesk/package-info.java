/** The trade desk's forecasts: what is drafted, reviewed and issued, and which series cannot be forecast. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session", "chart"})
package vn.chophien.storefront.forecastdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
