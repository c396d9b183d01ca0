/** The public market prices: the board, commodities, series with their charts, and the files and feed of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session", "chart"})
package vn.chophien.storefront.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
