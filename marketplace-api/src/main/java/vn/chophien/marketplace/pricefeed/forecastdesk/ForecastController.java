package vn.chophien.marketplace.pricefeed.forecastdesk;

import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;

/** Forecasts for officers. */
@RestController
@RequestMapping("/api/v1/prices")
class ForecastController {
    private final ForecastPreview previews;
    private final SeriesHistories texts;

    ForecastController(ForecastPreview previews, SeriesHistories texts) {
        this.previews = previews;
        this.texts = texts;
    }

    /** What the forecaster makes of a history before anything is published; nothing is kept. */
    @PostMapping("/forecast-preview")
    Mono<PreviewResource> preview(@Valid @RequestBody PreviewRequest request, Language language) {
        var frequency = Objects.requireNonNull(request.frequency());
        return previews.preview(request.history(frequency), request.steps(frequency))
                .map(preview -> PreviewResource.from(preview, texts, language));
    }
}
