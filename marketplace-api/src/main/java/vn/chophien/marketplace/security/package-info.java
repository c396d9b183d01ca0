/**
 * Who may do what: bearer tokens, roles, and the typed account a controller receives. Capabilities contribute their own rules. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "i18n", "id"})
package vn.chophien.marketplace.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
