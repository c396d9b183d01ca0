/**
 * What a price may be in the steps to come: a combination of simple models of log prices with intervals that are checked
 * against the series' own past. Pure functions of a history; nothing here reads a clock, a database or chance.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.forecast;

import org.jspecify.annotations.NullMarked;
