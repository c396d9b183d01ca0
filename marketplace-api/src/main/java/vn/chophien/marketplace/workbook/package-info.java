/**
 * Reading workbooks that people send. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.marketplace.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
