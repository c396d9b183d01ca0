/**
 * The cooperatives' shops: legal identity, place, story, and who runs them. Owns the tables seller and seller_member.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "web", "i18n", "security", "account", "place"})
package vn.chophien.marketplace.seller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
