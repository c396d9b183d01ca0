/**
 * Amounts of money as integers in the currency's minor unit, and how they are split. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.marketplace.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
