@NullMarked
package vn.chophien.marketplace.pricefeed.upload;

import org.jspecify.annotations.NullMarked;
