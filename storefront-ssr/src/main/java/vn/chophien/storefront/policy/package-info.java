/** What the law wants every market to say of itself: terms, privacy, complaints and who runs it. The texts are Markdown in {@code locales}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"page"})
package vn.chophien.storefront.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
