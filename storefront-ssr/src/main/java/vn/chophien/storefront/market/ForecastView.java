package vn.chophien.storefront.market;

import java.util.List;
import java.util.Optional;

/**
 * What is expected of a series.
 *
 * @param newest the forecast that counts, while it has days to come
 * @param earlier forecasts before it, newest first
 * @param record how good they have been; absent where none met a price
 * @param absence why there is none, in the reader's language; empty where nobody says
 */
public record ForecastView(
        Optional<IssuedForecastsApi.Forecast> newest,
        List<IssuedForecastsApi.Forecast> earlier,
        Optional<IssuedForecastsApi.TrackRecord> record,
        String absence) {
    static final ForecastView NONE = new ForecastView(Optional.empty(), List.of(), Optional.empty(), "");

    public boolean isRetrospective() {
        return newest.stream().anyMatch(IssuedForecastsApi.Forecast::retrospective)
                || record.stream().anyMatch(IssuedForecastsApi.TrackRecord::retrospective);
    }
}
