@NullMarked
package vn.chophien.marketplace.pricefeed.webhook;

import org.jspecify.annotations.NullMarked;
