/**
 * The shop's desk for its listings: texts, prices, stock and pictures, each change under the version that the editor saw.
 * Owns no tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "web", "i18n", "security", "seller", "catalog", "inventory"})
package vn.chophien.marketplace.listingdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
