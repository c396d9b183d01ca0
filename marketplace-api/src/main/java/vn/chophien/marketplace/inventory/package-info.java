/**
 * What a shop has of each variant and what of it is promised to orders. Nothing is ever promised twice: every figure moves by one conditional
 * statement that locks its rows in the order of the variant's id. Owns the tables {@code stock_level}, {@code stock_reservation},
 * {@code stock_change} (the audit) and {@code stock_watch}. A change that empties or refills a variant marks its listing for indexing in the same transaction; one
 * that refills it also tells those who wait for it.
 *
 * <p>Locks are taken in the order stock, then listing; a use case that changes both changes the stock first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "security", "seller", "sql", "web"})
package vn.chophien.marketplace.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
