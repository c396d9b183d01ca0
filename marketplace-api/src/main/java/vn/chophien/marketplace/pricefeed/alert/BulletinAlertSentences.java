package vn.chophien.marketplace.pricefeed.alert;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.bulletin.BulletinAlerts;

/** Tells bulletins which of their series are unusually high. */
@Component
class BulletinAlertSentences implements BulletinAlerts {
    private final SeriesAlerts alerts;
    private final AlertThresholds thresholds;
    private final AlertTexts texts;
    private final SeriesTexts series;
    private final Messages messages;

    BulletinAlertSentences(
            SeriesAlerts alerts, AlertThresholds thresholds, AlertTexts texts, SeriesTexts series, Messages messages) {
        this.alerts = alerts;
        this.thresholds = thresholds;
        this.texts = texts;
        this.series = series;
        this.messages = messages;
    }

    @Override
    public Mono<List<String>> sentences(List<PriceSeries> selected, KnownAt known, Language language) {
        return thresholds
                .bands()
                .flatMap(bands -> Flux.fromIterable(selected)
                        .concatMap(one -> alerts.of(one, bands, known)
                                .flatMapIterable(alert -> alert
                                        .filter(found -> found.level() != AlertLevel.NORMAL)
                                        .map(found -> sentence(one, found, language))
                                        .stream()
                                        .toList()))
                        .collectList());
    }

    private String sentence(PriceSeries of, SeriesAlert alert, Language language) {
        return messages.format(
                language,
                "bulletin.alerts.line",
                Map.of(
                        "title", series.title(of, language),
                        "level", texts.level(alert.level(), language),
                        "month",
                                messages.format(
                                        language,
                                        "bulletin.figure.month-name",
                                        Map.of("month", alert.month().getMonthValue())),
                        "year", String.valueOf(alert.month().getYear())));
    }
}
