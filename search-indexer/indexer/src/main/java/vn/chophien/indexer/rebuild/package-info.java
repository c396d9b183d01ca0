/** Fills a new index from the whole catalogue while changes keep flowing, compares it, and puts it behind the alias. */
@ApplicationModule(allowedDependencies = {"document", "index", "bulk", "feed"})
@NullMarked
package vn.chophien.indexer.rebuild;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
