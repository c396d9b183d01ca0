/**
 * Finding things: full-text search with filters, categories, collections and suggestions. Search runs on the listing index;
 * when that is away, category pages fall back to the catalogue and say so.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page"})
package vn.chophien.storefront.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
