/**
 * Four eyes: what one officer makes and another answers for before it is public. Prices, forecasts and bulletins go this
 * way; each keeps its review in its own table and names its own refusals.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.officerreview;

import org.jspecify.annotations.NullMarked;
