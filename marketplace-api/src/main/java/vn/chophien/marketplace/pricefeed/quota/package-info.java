/**
 * Keys for programs that read the prices, and how much each may read: without a key a little, with one more. Counts live
 * in Redis; without Redis everybody may read on.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.quota;

import org.jspecify.annotations.NullMarked;
