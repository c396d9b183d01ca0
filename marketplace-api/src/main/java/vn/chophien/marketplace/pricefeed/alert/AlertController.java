package vn.chophien.marketplace.pricefeed.alert;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
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
import vn.chophien.marketplace.web.PageSizes;
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

    /**
     * A page of alerts; the numbers are of all pages.
     *
     * @param total how many series are assessed
     * @param unusual how many of them are not at the lowest level
     * @param unassessed how many series have too little a history, or nothing fresh
     * @param demonstration whether any price assessed is invented
     */
    record AlertsResource(
            List<AlertTexts.SeriesAlertResource> items,
            int total,
            int unusual,
            int unassessed,
            boolean demonstration,
            List<BandResource> bands,
            @Nullable String nextCursor) {}

    record HistoryResource(AlertTexts.SeriesName series, List<AlertResource> items, List<BandResource> bands) {}

    /** The most unusual first. Who reads all pages of one state names it by {@code as_of}. */
    @GetMapping("/alerts")
    Mono<ResponseEntity<AlertsResource>> current(
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "60") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? null : AlertPosition.parse(cursor);
        return answers.json(
                question,
                (known, language) -> Mono.zip(alerts.current(known), thresholds.bands())
                        .map(found -> page(
                                found.getT1().stream()
                                        .filter(one -> isAbout(one.series(), commodity, province))
                                        .toList(),
                                after,
                                size,
                                bands(found.getT2(), YearMonth.from(known.day()), language),
                                language)));
    }

    private AlertsResource page(
            List<SeriesAlerts.Assessed> asked,
            @Nullable AlertPosition after,
            int size,
            List<BandResource> bands,
            Language language) {
        var placed = AlertPosition.sorted(asked);
        var rest = placed.stream()
                .filter(one -> after == null || one.position().compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        var shown = rest.subList(0, Math.min(size, rest.size()));
        return new AlertsResource(
                shown.stream()
                        .map(one -> texts.of(one.series(), one.alert(), language))
                        .toList(),
                placed.size(),
                Math.toIntExact(placed.stream()
                        .filter(one -> one.alert().level().severity() > 0)
                        .count()),
                asked.size() - placed.size(),
                placed.stream().anyMatch(one -> one.series().demonstration()),
                bands,
                shown.size() == rest.size() ? null : shown.getLast().position().cursor());
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
