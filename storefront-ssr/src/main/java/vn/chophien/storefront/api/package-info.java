/**
 * The way to the marketplace API: one {@code @HttpExchange} interface per capability, its wire records, and the two ways a
 * call fails: {@link vn.chophien.storefront.api.ApiProblem} (the API refused) and
 * {@link vn.chophien.storefront.api.ApiUnavailable} (no usable answer). Language, request id and the visitor's token
 * travel in the Reactor context. Uses no other package of the storefront.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.storefront.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
