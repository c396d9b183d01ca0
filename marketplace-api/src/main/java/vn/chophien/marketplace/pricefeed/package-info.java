/**
 * Prices of commodities as a record others can rely on: series with stable codes, bitemporal observations, an officer's
 * upload with preview, publication, forecasts with a track record, alerts, and the public board, series, files and Atom feed.
 *
 * <p>Owns the tables {@code price_commodity}, {@code price_series}, {@code price_observation}, {@code price_month}, {@code price_publication},
 * {@code price_upload}, {@code price_upload_row}, {@code price_forecast}, {@code price_forecast_draft} with their points,
 * {@code price_alert_threshold}, {@code price_bulletin_draft}, {@code price_bulletin} and {@code commodity_season}. Prices
 * here are statistics, not money that moves: they are exact decimals in the series' currency and measure.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "web", "i18n", "security", "account", "place", "workbook"})
package vn.chophien.marketplace.pricefeed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
