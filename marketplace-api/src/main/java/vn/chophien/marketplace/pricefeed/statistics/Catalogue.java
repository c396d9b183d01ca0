package vn.chophien.marketplace.pricefeed.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceFeedSettings;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/** A page of the catalogue of open data, in the terms of DCAT-AP 3 as JSON-LD: every series is a dataset with its own licence. */
@Component
class Catalogue {
    static final int PAGE = 500;

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA = "http://www.iana.org/assignments/media-types/";

    private final SeriesTexts texts;
    private final Messages messages;
    private final PriceFeedSettings settings;

    Catalogue(SeriesTexts texts, Messages messages, PriceFeedSettings settings) {
        this.texts = texts;
        this.messages = messages;
        this.settings = settings;
    }

    Map<String, Object> page(List<PriceSeries> series, int page, KnownAt known, Language language) {
        var address = settings.apiUrl() + "/api/v1/prices/catalog.jsonld";
        var from = Math.min(series.size(), page * PAGE);
        var to = Math.min(series.size(), from + PAGE);
        var catalogue = new LinkedHashMap<String, Object>();
        catalogue.put("@context", context());
        catalogue.put("@id", address);
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", text(messages.format(language, "prices.statistics.catalogue.title"), language));
        catalogue.put(
                "dct:description",
                text(messages.format(language, "prices.statistics.catalogue.description"), language));
        catalogue.put("dct:publisher", publisher(language));
        catalogue.put("foaf:homepage", reference(settings.publicUrl() + "/market-prices"));
        catalogue.put(
                "dct:language", List.of(reference(AUTHORITY + "language/VIE"), reference(AUTHORITY + "language/ENG")));
        catalogue.put(
                "dct:modified",
                Map.of("@type", "xsd:dateTime", "@value", known.publishedAt().toString()));
        catalogue.put(
                "dcat:dataset",
                series.subList(from, to).stream()
                        .map(one -> dataset(one, language))
                        .toList());
        if (to < series.size() || page > 0) {
            catalogue.put("hydra:view", view(address, page, to < series.size(), series.size()));
        }
        return catalogue;
    }

    private static Map<String, Object> view(String address, int page, boolean more, int total) {
        var view = new LinkedHashMap<String, Object>();
        view.put("@id", address + "?page=" + page);
        view.put("@type", "hydra:PartialCollectionView");
        view.put("hydra:first", reference(address + "?page=0"));
        if (page > 0) {
            view.put("hydra:previous", reference(address + "?page=" + (page - 1)));
        }
        if (more) {
            view.put("hydra:next", reference(address + "?page=" + (page + 1)));
        }
        view.put("hydra:totalItems", total);
        return view;
    }

    private Map<String, Object> dataset(PriceSeries series, Language language) {
        var address = settings.apiUrl() + "/api/v1/prices/series/" + series.code();
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@id", address);
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", series.code().value());
        dataset.put("dct:title", text(texts.title(series, language), language));
        dataset.put(
                "dct:description",
                text(
                        messages.format(
                                language,
                                series.demonstration()
                                        ? "prices.statistics.dataset.demonstration"
                                        : "prices.statistics.dataset.description",
                                Map.of(
                                        "title", texts.title(series, language),
                                        "unit", texts.unit(series, language),
                                        "frequency", texts.frequency(series.frequency(), language),
                                        "source", series.source().name(language))),
                        language));
        dataset.put("dct:publisher", publisher(language));
        dataset.put(
                "dct:source",
                series.source().url() == null ? null : reference(series.source().url()));
        dataset.put("dcat:keyword", text(series.commodity().name(language), language));
        dataset.put("dcat:theme", reference(AUTHORITY + "data-theme/AGRI"));
        dataset.put("dct:accrualPeriodicity", reference(AUTHORITY + "frequency/" + periodicity(series.frequency())));
        dataset.put(
                "dct:spatial",
                series.provinceCode() == null
                        ? null
                        : Map.of("@type", "dct:Location", "skos:prefLabel", text(series.place(language), language)));
        dataset.put("dcat:landingPage", reference(settings.publicUrl() + "/market-prices/series/" + series.code()));
        dataset.put("dcat:distribution", distributions(series, address, language));
        dataset.values().removeIf(Objects::isNull);
        return dataset;
    }

    private List<Map<String, Object>> distributions(PriceSeries series, String address, Language language) {
        var found = new ArrayList<Map<String, Object>>();
        var csv = distribution(series, address + "/observations.csv", "CSV", "text/csv", language);
        csv.put("dct:conformsTo", reference("http://www.w3.org/ns/csvw"));
        found.add(csv);
        found.add(distribution(series, address + "/observations", "JSON", "application/json", language));
        var sdmx = distribution(
                series,
                settings.apiUrl() + "/api/v1/prices/sdmx/data?series=" + series.code(),
                "CSV",
                "text/csv",
                language);
        sdmx.put("dct:conformsTo", reference("https://sdmx.org/"));
        sdmx.put("dct:title", text("SDMX-CSV 2.0", language));
        found.add(sdmx);
        return found;
    }

    private static Map<String, Object> distribution(
            PriceSeries series, String address, String fileType, String mediaType, Language language) {
        var distribution = new LinkedHashMap<String, Object>();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dct:title", text(fileType, language));
        distribution.put("dcat:accessURL", reference(address));
        distribution.put("dcat:downloadURL", reference(address));
        distribution.put("dct:format", reference(AUTHORITY + "file-type/" + fileType));
        distribution.put("dcat:mediaType", reference(MEDIA + mediaType));
        distribution.put(
                "dct:license",
                licence(series.source().licence(), series.source().licenceUrl()));
        return distribution;
    }

    private static Map<String, Object> licence(String name, @Nullable String url) {
        var licence = new LinkedHashMap<String, Object>();
        if (url != null) {
            licence.put("@id", url);
        }
        licence.put("@type", "dct:LicenseDocument");
        licence.put("dct:title", name);
        return licence;
    }

    private Map<String, Object> publisher(Language language) {
        return Map.of(
                "@id",
                settings.publicUrl() + "/",
                "@type",
                "foaf:Agent",
                "foaf:name",
                text(messages.format(language, "prices.feed.author"), language));
    }

    private static String periodicity(Frequency frequency) {
        return frequency.name();
    }

    private static Map<String, Object> context() {
        return Map.of(
                "dcat", "http://www.w3.org/ns/dcat#",
                "dct", "http://purl.org/dc/terms/",
                "foaf", "http://xmlns.com/foaf/0.1/",
                "hydra", "http://www.w3.org/ns/hydra/core#",
                "skos", "http://www.w3.org/2004/02/skos/core#",
                "xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private static Map<String, String> reference(String address) {
        return Map.of("@id", address);
    }

    private static Map<String, String> text(String value, Language language) {
        return Map.of("@value", value, "@language", language.tag());
    }
}
