/**
 * Time-ordered identifiers. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.marketplace.id;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
