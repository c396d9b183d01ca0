/**
 * How goods reach the buyer: the dated tariff of delivery and the shipments of seller orders. Owns the tables {@code shipping_rate},
 * {@code shipment} and {@code shipment_line}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "place", "sql"})
package vn.chophien.marketplace.fulfillment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
