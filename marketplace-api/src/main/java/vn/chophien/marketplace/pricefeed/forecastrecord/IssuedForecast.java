package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.time.Instant;
import java.util.UUID;

/**
 * A forecast as it was issued. A later one of its series supersedes it and leaves it as it was.
 *
 * @param number of all forecasts, without gaps
 * @param vintage of the publication that issued it
 * @param retrospective made afterwards from the prices up to its origin, on a demonstration market
 */
public record IssuedForecast(
        int number, UUID publication, int vintage, Instant issuedAt, boolean retrospective, ForecastContent content) {}
