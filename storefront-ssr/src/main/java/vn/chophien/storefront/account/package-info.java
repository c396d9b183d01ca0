/** Sign-in, sign-up and sign-out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session"})
package vn.chophien.storefront.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
