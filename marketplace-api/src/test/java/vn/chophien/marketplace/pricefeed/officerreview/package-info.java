@NullMarked
package vn.chophien.marketplace.pricefeed.officerreview;

import org.jspecify.annotations.NullMarked;
