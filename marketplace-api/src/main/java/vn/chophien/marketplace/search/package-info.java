/**
 * The query side of the listing index: what a buyer types becomes a query, and what is found is shown with price and stock
 * from the catalogue. Owns no table; reads the index that the indexer keeps.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "place", "web", "i18n", "security"})
package vn.chophien.marketplace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
