@NullMarked
package vn.chophien.marketplace.pricefeed.forecastdesk;

import org.jspecify.annotations.NullMarked;
