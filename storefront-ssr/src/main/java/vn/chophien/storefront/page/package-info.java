/**
 * What every page is made of: its language and texts ({@link vn.chophien.storefront.page.Page}), what handlers return
 * ({@link vn.chophien.storefront.page.Answer}), rendering of precompiled templates to bytes, validation by {@code ETag},
 * static assets under content-hash names, security headers, request ids, and the error pages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "session"})
package vn.chophien.storefront.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
