/**
 * Where a lot of goods comes from: what was done to it, when, where and by whom. Owns the tables trace_lot and trace_event.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "web", "i18n", "security", "catalog"})
package vn.chophien.marketplace.traceability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
