@NullMarked
package vn.chophien.marketplace.pricefeed.bulletin;

import org.jspecify.annotations.NullMarked;
