/**
 * The language of a request and the texts the API answers with. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.marketplace.i18n;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
