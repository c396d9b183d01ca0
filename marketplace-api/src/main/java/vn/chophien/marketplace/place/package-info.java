/**
 * The administrative units of Vietnam in force: 34 provinces and 3,321 communes, kept in memory. Reference data: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "security"})
package vn.chophien.marketplace.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
