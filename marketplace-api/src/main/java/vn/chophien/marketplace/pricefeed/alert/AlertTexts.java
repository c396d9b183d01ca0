package vn.chophien.marketplace.pricefeed.alert;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/** Alerts and the series that they are about, in a language. */
@Component
class AlertTexts {
    private final SeriesTexts series;
    private final Messages messages;

    AlertTexts(SeriesTexts series, Messages messages) {
        this.series = series;
        this.messages = messages;
    }

    record SeriesName(
            String code,
            String title,
            String commodityCode,
            @Nullable String provinceCode,
            String currency,
            String unit,
            String source,
            String licence,
            boolean demonstration) {}

    record SeriesAlertResource(SeriesName series, AlertResource alert) {}

    SeriesName name(PriceSeries of, Language language) {
        return new SeriesName(
                of.code().value(),
                series.title(of, language),
                of.commodity().code(),
                of.provinceCode(),
                of.currency(),
                series.unit(of, language),
                of.source().name(language),
                of.source().licence(),
                of.demonstration());
    }

    SeriesAlertResource of(PriceSeries of, SeriesAlert alert, Language language) {
        return new SeriesAlertResource(name(of, language), of(alert, language));
    }

    AlertResource of(SeriesAlert alert, Language language) {
        return AlertResource.of(alert, messages, language);
    }

    String level(AlertLevel level, Language language) {
        return AlertResource.name(level, messages, language);
    }

    String change(String title, AlertLevel before, AlertLevel after, String month, Language language) {
        return messages.format(
                language,
                "prices.alert.change",
                Map.of(
                        "title",
                        title,
                        "before",
                        level(before, language),
                        "after",
                        level(after, language),
                        "month",
                        month));
    }
}
