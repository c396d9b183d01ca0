@NullMarked
package vn.chophien.marketplace.pricefeed.statistics;

import org.jspecify.annotations.NullMarked;
