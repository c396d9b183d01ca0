package vn.chophien.marketplace.pricefeed.statistics;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/** What our files are, in the terms of those who describe data. */
@Component
class Descriptions {
    private final TableSchemas schemas;
    private final SdmxStructure structure;
    private final Catalogue catalogue;
    private final SeriesTexts texts;
    private final Messages messages;

    Descriptions(
            TableSchemas schemas, SdmxStructure structure, Catalogue catalogue, SeriesTexts texts, Messages messages) {
        this.schemas = schemas;
        this.structure = structure;
        this.catalogue = catalogue;
        this.texts = texts;
        this.messages = messages;
    }

    Map<String, Object> observations(PriceSeries series, String file, Language language) {
        return TableMetadata.of(
                file,
                texts.title(series, language),
                series.source().name(language),
                series.source().licenceUrl(),
                schemas.observations(language),
                language);
    }

    Map<String, Object> forecast(PriceSeries series, String file, Language language) {
        return TableMetadata.of(
                file,
                texts.title(series, language),
                series.source().name(language),
                series.source().licenceUrl(),
                schemas.forecast(language),
                language);
    }

    Map<String, Object> board(String file, Language language) {
        return TableMetadata.of(
                file, messages.format(language, "prices.feed.title"), null, null, schemas.board(language), language);
    }

    Map<String, Object> structure(List<PriceSeries> series, KnownAt known, Language language) {
        return structure.message(series, known, language);
    }

    Map<String, Object> catalogue(List<PriceSeries> series, int page, KnownAt known, Language language) {
        return catalogue.page(series, page, known, language);
    }
}
