/** The trade desk: an officer's price tables, from upload through preview to publication. */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session"})
package vn.chophien.storefront.tradedesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
