package vn.chophien.marketplace.pricefeed.upload;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;

/**
 * A row of an upload as understood so far: what was written, and what it means as far as it could be read. A row
 * without errors has a series, a day and a price.
 *
 * @param part tells the prices of one line apart
 * @param priceColumn where the price stands, counted from 0
 * @param cells the cells as written, by column key
 * @param previous the price the officer compares with: the last one before this row's day
 */
record DraftRow(
        int number,
        int part,
        int priceColumn,
        Map<String, String> cells,
        @Nullable PriceSeries series,
        @Nullable LocalDate validOn,
        @Nullable Price price,
        @Nullable String note,
        @Nullable DatedPrice previous,
        List<Finding> findings) {

    /** A price and the day it was valid on. */
    record DatedPrice(LocalDate validOn, Price price) {}

    /** Whether this is a row of prices, and not the heading with its findings. */
    boolean hasPrices() {
        return !cells.isEmpty();
    }
}
