/** The indices of one market: created, found, promoted, dropped. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.chophien.indexer.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
