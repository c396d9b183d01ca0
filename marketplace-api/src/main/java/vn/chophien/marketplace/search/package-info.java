/**
 * The query side of the listing index: what a buyer types becomes a query, and what is found is shown with price and stock
 * from the catalogue. Reads the index that the indexer keeps; what is searched for is counted in {@code insight}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "place", "web", "i18n", "security"})
package vn.chophien.marketplace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
