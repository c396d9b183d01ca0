@NullMarked
package vn.chophien.marketplace.pricefeed.forecast;

import org.jspecify.annotations.NullMarked;
