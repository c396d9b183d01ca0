/**
 * Bulletins about prices: drafted from the data, written by an officer, signed off by a second one, and kept in editions.
 * Their figures are directives, resolved against the record as it stood in the bulletin's vintage.
 *
 * <p>Owns the tables {@code price_bulletin_draft} and {@code price_bulletin}.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.bulletin;

import org.jspecify.annotations.NullMarked;
