package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import vn.chophien.marketplace.pricefeed.PriceSeries;

/** A series whose alert level a publication changed. The month is the one that the new level is about. */
record AlertChange(PriceSeries series, YearMonth month, AlertLevel before, AlertLevel after) {}
