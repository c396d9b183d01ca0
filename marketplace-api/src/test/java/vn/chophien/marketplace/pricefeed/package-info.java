@NullMarked
package vn.chophien.marketplace.pricefeed;

import org.jspecify.annotations.NullMarked;
