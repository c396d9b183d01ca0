/**
 * When prices are due, and which of them are missing: by the frequency of each series, over working days. Owns the table
 * {@code price_day_off}.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.calendar;

import org.jspecify.annotations.NullMarked;
