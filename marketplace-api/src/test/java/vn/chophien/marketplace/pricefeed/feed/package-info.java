@NullMarked
package vn.chophien.marketplace.pricefeed.feed;

import org.jspecify.annotations.NullMarked;
