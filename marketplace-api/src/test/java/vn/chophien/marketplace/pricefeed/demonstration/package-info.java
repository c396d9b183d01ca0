@NullMarked
package vn.chophien.marketplace.pricefeed.demonstration;

import org.jspecify.annotations.NullMarked;
