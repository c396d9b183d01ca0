@NullMarked
package vn.chophien.marketplace.pricefeed.quota;

import org.jspecify.annotations.NullMarked;
