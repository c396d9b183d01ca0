/**
 * An officer's upload: what the file says, what that means in series and prices, what is wrong with it, and its way from
 * draft to publication.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.upload;

import org.jspecify.annotations.NullMarked;
