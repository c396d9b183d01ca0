/**
 * Fills a new index from the whole catalogue while changes keep flowing, compares it, and puts it behind the alias; compares and mends
 * the one that is searched. Owns the table listing_index_rebuild.
 */
@ApplicationModule(allowedDependencies = {"document", "index", "bulk", "feed"})
@NullMarked
package vn.chophien.indexer.rebuild;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
