/**
 * An officer's work with forecasts: the preview of what the forecaster makes of a history, and the way to publication. One
 * officer drafts, annotates or puts her own figures in the place of the model's; a second officer issues the forecast.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.forecastdesk;

import org.jspecify.annotations.NullMarked;
