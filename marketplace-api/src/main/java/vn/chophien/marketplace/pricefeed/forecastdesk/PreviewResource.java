package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastAccuracy;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastPoint;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;

/**
 * A preview as an officer's desk reads it.
 *
 * @param publishable whether a published series with this history could be published
 * @param warnings why not
 */
record PreviewResource(
        String method,
        List<ForecastPoint> points,
        @Nullable ForecastAccuracy accuracy,
        boolean publishable,
        List<WarningResource> warnings) {

    record WarningResource(String code, String message) {}

    static PreviewResource from(ForecastPreview.Preview preview, SeriesHistories texts, Language language) {
        var accuracy = preview.accuracy();
        return new PreviewResource(
                preview.forecast().method(),
                preview.forecast().points().stream().map(ForecastPoint::from).toList(),
                accuracy == null ? null : ForecastAccuracy.from(accuracy),
                preview.obstacles().isEmpty(),
                preview.obstacles().stream()
                        .map(obstacle -> new WarningResource(obstacle.kind().code(), texts.text(obstacle, language)))
                        .toList());
    }
}
