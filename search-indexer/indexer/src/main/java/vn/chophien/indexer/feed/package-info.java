/** Marks become writes: claims from `listing_index_mark`, which the catalogue fills, and keeps `listing_index_dead_letter`. */
@ApplicationModule(allowedDependencies = {"document", "index", "bulk"})
@NullMarked
package vn.chophien.indexer.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
