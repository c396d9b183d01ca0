@NullMarked
package vn.chophien.marketplace.pricefeed.calendar;

import org.jspecify.annotations.NullMarked;
