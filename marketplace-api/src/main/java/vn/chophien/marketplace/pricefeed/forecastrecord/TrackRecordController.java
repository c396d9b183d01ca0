package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PublishedAnswers;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastScoring.Against;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** How good issued forecasts have been, for everybody to check. */
@RestController
@RequestMapping("/api/v1/prices")
class TrackRecordController {
    private final ForecastScoring scoring;
    private final OverallRecord overall;
    private final SeriesCatalog catalog;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;

    TrackRecordController(
            ForecastScoring scoring,
            OverallRecord overall,
            SeriesCatalog catalog,
            PublishedAnswers answers,
            SeriesTexts texts) {
        this.scoring = scoring;
        this.overall = overall;
        this.catalog = catalog;
        this.answers = answers;
        this.texts = texts;
    }

    /** @param against {@code first_published} for the prices as they were said first, before corrections */
    @GetMapping("/series/{code}/track-record")
    Mono<ResponseEntity<TrackRecordResource>> ofSeries(
            @PathVariable String code, @RequestParam(defaultValue = "current") String against, PriceQuestion question) {
        var chosen = against(against);
        return answers.json(
                question,
                (known, language) -> catalog.find(code, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .flatMap(series -> scoring.ofSeries(series.id(), chosen, known)
                                .map(points -> TrackRecordResource.from(series, points, chosen, texts, language))));
    }

    @GetMapping("/track-record")
    Mono<ResponseEntity<PageResponse<OverallRecord.Summary>>> ofAll(PriceQuestion question) {
        return answers.json(question, (known, _) -> overall.summaries(known).map(PageResponse::whole));
    }

    private static Against against(String text) {
        return List.of(Against.values()).stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem("against", "invalid")));
    }
}
