/**
 * Alerts: how unusual the last month's price of a series is, by the World Food Programme's ALPS and FAO's indicator of food
 * price anomalies. Computed from the record whenever it is asked for, so that an answer belongs to a vintage like any other.
 *
 * <p>Owns the table {@code price_alert_threshold}.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.alert;

import org.jspecify.annotations.NullMarked;
