/** What the market does by itself for each period, once, however many instances of the API run. Owns the table {@code settlement_run}. */
@NullMarked
package vn.chophien.marketplace.settlement.schedule;

import org.jspecify.annotations.NullMarked;
