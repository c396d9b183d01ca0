package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** A series as clients see it. */
record SeriesResource(
        String code,
        String title,
        CommodityName commodity,
        @Nullable String grade,
        Stage stage,
        String stageName,
        @Nullable ProvinceName province,
        String place,
        Frequency frequency,
        String frequencyName,
        String currency,
        Measure measure,
        String unitLabel,
        String source,
        @Nullable String sourceUrl,
        String licence,
        @Nullable String licenceUrl,
        boolean demonstration,
        @Nullable Long observationCount,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate) {

    /** @param nameInSentence without the capital of a beginning: {@code cà phê robusta}, but {@code Ri6 durian} */
    record CommodityName(String code, String name, String nameInSentence) {
        static CommodityName of(Commodity commodity, Language language) {
            return new CommodityName(commodity.code(), commodity.name(language), commodity.nameInSentence(language));
        }
    }

    record ProvinceName(String code, String name) {}

    static SeriesResource from(
            PriceSeries series, Observations.@Nullable Extent extent, SeriesTexts texts, Language language) {
        var provinceCode = series.provinceCode();
        var provinceName = texts.province(provinceCode, language);
        return new SeriesResource(
                series.code().value(),
                texts.title(series, language),
                CommodityName.of(series.commodity(), language),
                series.grade(language),
                series.stage(),
                texts.stage(series.stage(), language),
                provinceCode == null || provinceName == null ? null : new ProvinceName(provinceCode, provinceName),
                series.place(language),
                series.frequency(),
                texts.frequency(series.frequency(), language),
                series.currency(),
                series.measure(),
                texts.unit(series, language),
                series.source().name(language),
                series.source().url(),
                series.source().licence(),
                series.source().licenceUrl(),
                series.demonstration(),
                extent == null ? null : extent.count(),
                extent == null ? null : extent.first(),
                extent == null ? null : extent.last());
    }
}
