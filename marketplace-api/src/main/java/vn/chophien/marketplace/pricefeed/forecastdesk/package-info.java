/** An officer's work with forecasts: the preview of what the forecaster makes of a history, and the gate before publication. */
@NullMarked
package vn.chophien.marketplace.pricefeed.forecastdesk;

import org.jspecify.annotations.NullMarked;
