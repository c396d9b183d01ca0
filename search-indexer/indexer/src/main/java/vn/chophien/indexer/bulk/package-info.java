/** Writes documents with external versions and reads the reply item by item. */
@ApplicationModule(allowedDependencies = {"document"})
@NullMarked
package vn.chophien.indexer.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
