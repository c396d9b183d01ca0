/**
 * Reading rows of the database. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.marketplace.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
