/** Reads the current document of listings from the view that the catalogue publishes. Owns no table. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.chophien.indexer.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
