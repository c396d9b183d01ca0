/**
 * Who is looking: the visitor's session in Redis, sign-in and sign-out, renewal of API tokens, protection of forms, and the
 * rules that say which pages want which role. A visitor who only reads has no session, so reading works without Redis.
 * Page families contribute {@link vn.chophien.storefront.session.AccessRule} beans for their protected pages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api"})
package vn.chophien.storefront.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
