@NullMarked
package vn.chophien.marketplace.pricefeed.desk;

import org.jspecify.annotations.NullMarked;
