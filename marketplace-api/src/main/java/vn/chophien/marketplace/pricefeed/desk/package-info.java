/**
 * The trade desk's way to publication: an officer enters a set of prices, answers for what looks unusual and gives reasons
 * for what she corrects or withdraws; a second officer publishes it.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.desk;

import org.jspecify.annotations.NullMarked;
