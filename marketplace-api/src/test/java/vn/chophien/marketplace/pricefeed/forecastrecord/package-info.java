@NullMarked
package vn.chophien.marketplace.pricefeed.forecastrecord;

import org.jspecify.annotations.NullMarked;
