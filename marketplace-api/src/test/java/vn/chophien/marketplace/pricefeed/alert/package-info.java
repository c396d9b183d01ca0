@NullMarked
package vn.chophien.marketplace.pricefeed.alert;

import org.jspecify.annotations.NullMarked;
