package vn.chophien.marketplace.pricefeed.alert;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PublishedAnswers;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.web.RequestProblem;

/** Which prices are unusual, for everybody, as it is or as it was. */
@RestController
@RequestMapping("/api/v1/prices")
class AlertController {
    private static final int MONTHS = 60;

    private final SeriesAlerts alerts;
    private final AlertThresholds thresholds;
    private final SeriesCatalog catalog;
    private final PublishedAnswers answers;
    private final AlertTexts texts;

    AlertController(
            SeriesAlerts alerts,
            AlertThresholds thresholds,
            SeriesCatalog catalog,
            PublishedAnswers answers,
            AlertTexts texts) {
        this.alerts = alerts;
        this.thresholds = thresholds;
        this.catalog = catalog;
        this.answers = answers;
        this.texts = texts;
    }

    /** @param lowest the lowest value of the level; none for the lowest level */
    record BandResource(
            AlertIndicator indicator,
            AlertLevel level,
            String levelName,
            @Nullable BigDecimal lowest,
            String source,
            @Nullable String sourceUrl) {}

    /** @param unassessed how many series have too little a history, or nothing fresh */
    record AlertsResource(List<AlertTexts.SeriesAlertResource> items, int unassessed, List<BandResource> bands) {}

    record HistoryResource(AlertTexts.SeriesName series, List<AlertResource> items, List<BandResource> bands) {}

    /** The most unusual first. */
    @GetMapping("/alerts")
    Mono<ResponseEntity<AlertsResource>> current(
            @RequestParam @Nullable String commodity, @RequestParam @Nullable String province, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> Mono.zip(alerts.current(known), thresholds.bands())
                        .map(found -> {
                            var asked = found.getT1().stream()
                                    .filter(one -> isAbout(one.series(), commodity, province))
                                    .toList();
                            var items = asked.stream()
                                    .filter(one -> one.alert() != null)
                                    .sorted(Comparator.comparing(
                                                    (SeriesAlerts.Assessed one) -> Objects.requireNonNull(one.alert())
                                                            .level()
                                                            .severity())
                                            .reversed())
                                    .map(one -> texts.of(one.series(), Objects.requireNonNull(one.alert()), language))
                                    .toList();
                            return new AlertsResource(
                                    items,
                                    asked.size() - items.size(),
                                    bands(found.getT2(), YearMonth.from(known.day()), language));
                        }));
    }

    /** The last five years of one series, oldest first. */
    @GetMapping("/series/{code}/alerts")
    Mono<ResponseEntity<HistoryResource>> history(@PathVariable String code, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> catalog.find(code, known)
                        .switchIfEmpty(Mono.error(RequestProblem::notFound))
                        .flatMap(series -> Mono.zip(alerts.history(series, MONTHS, known), thresholds.bands())
                                .map(found -> new HistoryResource(
                                        texts.name(series, language),
                                        found.getT1().stream()
                                                .map(alert -> texts.of(alert, language))
                                                .toList(),
                                        bands(found.getT2(), YearMonth.from(known.day()), language)))));
    }

    private List<BandResource> bands(AlertThresholds.Bands bands, YearMonth month, Language language) {
        return bands.of(month).stream()
                .map(one -> new BandResource(
                        one.indicator(),
                        one.level(),
                        texts.level(one.level(), language),
                        one.lowest(),
                        one.source(),
                        one.sourceUrl()))
                .toList();
    }

    static boolean isAbout(PriceSeries series, @Nullable String commodity, @Nullable String province) {
        return (commodity == null || series.commodity().code().equalsIgnoreCase(commodity))
                && (province == null || province.equals(series.provinceCode()));
    }
}
