/**
 * Forecasts that were issued: kept as they were said, for everybody to read, and scored against what came. They belong to
 * the vintages of the record, as prices do.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.forecastrecord;

import org.jspecify.annotations.NullMarked;
