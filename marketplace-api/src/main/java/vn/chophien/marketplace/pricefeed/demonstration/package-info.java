/** Invented prices for demonstration markets: plausible in level and season, always labeled as invented. */
@NullMarked
package vn.chophien.marketplace.pricefeed.demonstration;

import org.jspecify.annotations.NullMarked;
