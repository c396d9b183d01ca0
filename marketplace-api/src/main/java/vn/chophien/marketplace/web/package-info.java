/**
 * How the API answers: localised problem details (RFC 9457), pages, entity tags, idempotency keys, request ids. Kernel: any capability may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"i18n", "id"})
package vn.chophien.marketplace.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
