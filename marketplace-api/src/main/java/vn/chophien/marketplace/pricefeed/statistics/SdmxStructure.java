package vn.chophien.marketplace.pricefeed.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Measure;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Stage;

/**
 * The structure of our SDMX data as an SDMX-JSON 2.0 structure message: one dataflow, its data structure definition, the
 * concepts of its components and the code lists they are coded by.
 */
@Component
class SdmxStructure {
    static final String AGENCY = "CHOPHIEN";
    static final String DATAFLOW = AGENCY + ":PRICES(1.0.0)";

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";
    private static final String VERSION = "1.0.0";
    private static final String MODEL = "urn:sdmx:org.sdmx.infomodel.";

    private final SeriesTexts texts;
    private final Messages messages;

    SdmxStructure(SeriesTexts texts, Messages messages) {
        this.texts = texts;
        this.messages = messages;
    }

    static List<String> columns() {
        return Stream.concat(
                        Stream.of("STRUCTURE", "STRUCTURE_ID", "ACTION"),
                        Arrays.stream(SdmxPart.values()).map(Enum::name))
                .toList();
    }

    /** A code of ours as SDMX writes codes, which have no dots. */
    static String id(String code) {
        return code.replace('.', '_');
    }

    static String frequency(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "D";
            case WEEKLY -> "W";
            case MONTHLY -> "M";
        };
    }

    Map<String, Object> message(List<PriceSeries> series, KnownAt known, Language language) {
        return Map.of(
                "meta",
                        Map.of(
                                "id",
                                "CHOPHIEN_PRICES",
                                "schema",
                                SCHEMA,
                                "test",
                                false,
                                // When what is described became known, so that the past comes back byte for byte.
                                "prepared",
                                known.publishedAt().toString(),
                                "contentLanguages",
                                List.of(language.tag()),
                                "sender",
                                Map.of("id", AGENCY)),
                "data",
                        Map.of(
                                "dataflows", List.of(dataflow(language)),
                                "dataStructures", List.of(dataStructure(language)),
                                "conceptSchemes", List.of(concepts(language)),
                                "codelists", codelists(series, language)));
    }

    private Map<String, Object> dataflow(Language language) {
        var flow = maintainable("PRICES", "prices.statistics.dataflow", language);
        flow.put("structure", MODEL + "datastructure.DataStructure=" + AGENCY + ":DSD_PRICES(" + VERSION + ")");
        return flow;
    }

    private Map<String, Object> dataStructure(Language language) {
        var structure = maintainable("DSD_PRICES", "prices.statistics.dataflow", language);
        var dimensions = new LinkedHashMap<String, Object>();
        dimensions.put("id", "DimensionDescriptor");
        dimensions.put("dimensions", numbered(components(SdmxPart.Role.DIMENSION)));
        dimensions.put("timeDimension", components(SdmxPart.Role.TIME).getFirst());
        structure.put(
                "dataStructureComponents",
                Map.of(
                        "dimensionList", dimensions,
                        "measureList", Map.of("id", "MeasureDescriptor", "measures", components(SdmxPart.Role.MEASURE)),
                        "attributeList", Map.of("id", "AttributeDescriptor", "attributes", attributes())));
        return structure;
    }

    private static List<Map<String, Object>> attributes() {
        var attributes = new ArrayList<Map<String, Object>>();
        components(SdmxPart.Role.SERIES_ATTRIBUTE).forEach(attribute -> {
            attribute.put("usage", "mandatory");
            attribute.put("attributeRelationship", Map.of("dimensions", List.of("FREQ", "SERIES")));
            attributes.add(attribute);
        });
        components(SdmxPart.Role.OBSERVATION_ATTRIBUTE).forEach(attribute -> {
            attribute.put("usage", "optional");
            attribute.put("attributeRelationship", Map.of("observation", Map.of()));
            attributes.add(attribute);
        });
        return attributes;
    }

    private static List<Map<String, Object>> numbered(List<Map<String, Object>> dimensions) {
        for (int index = 0; index < dimensions.size(); index++) {
            dimensions.get(index).put("position", index);
        }
        return dimensions;
    }

    private static List<Map<String, Object>> components(SdmxPart.Role role) {
        return Arrays.stream(SdmxPart.values())
                .filter(component -> component.role() == role)
                .map(component -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("id", component.name());
                    described.put(
                            "conceptIdentity",
                            MODEL + "conceptscheme.Concept=" + AGENCY + ":CS_PRICES(" + VERSION + ")." + component);
                    described.put(
                            "localRepresentation",
                            component.codelist().isEmpty()
                                    ? Map.of("format", Map.of("dataType", component.dataType()))
                                    : Map.of(
                                            "enumeration",
                                            MODEL + "codelist.Codelist=" + AGENCY + ":" + component.codelist() + "("
                                                    + VERSION + ")"));
                    if (role == SdmxPart.Role.MEASURE) {
                        described.put("usage", "mandatory");
                    }
                    return described;
                })
                .toList();
    }

    private Map<String, Object> concepts(Language language) {
        var scheme = maintainable("CS_PRICES", "prices.statistics.dataflow", language);
        scheme.put(
                "concepts",
                Arrays.stream(SdmxPart.values())
                        .map(component -> item(
                                component.name(),
                                messages.format(
                                        language,
                                        "prices.statistics.concept."
                                                + component.name().toLowerCase(Locale.ROOT)),
                                language))
                        .toList());
        return scheme;
    }

    private List<Map<String, Object>> codelists(List<PriceSeries> series, Language language) {
        return List.of(
                codelist(
                        "CL_FREQ",
                        Arrays.stream(Frequency.values())
                                .map(one -> item(frequency(one), texts.frequency(one, language), language)),
                        language),
                codelist(
                        "CL_SERIES",
                        series.stream().map(one -> item(id(one.code().value()), texts.title(one, language), language)),
                        language),
                codelist(
                        "CL_COMMODITY",
                        new LinkedHashSet<>(series.stream()
                                        .map(PriceSeries::commodity)
                                        .toList())
                                .stream().map(one -> item(id(one.code()), one.name(language), language)),
                        language),
                codelist(
                        "CL_STAGE",
                        Arrays.stream(Stage.values())
                                .map(one -> item(one.name(), texts.stage(one, language), language)),
                        language),
                codelist(
                        "CL_MEASURE",
                        Arrays.stream(Measure.values())
                                .map(one -> item(one.name(), texts.measure(one, language), language)),
                        language),
                codelist(
                        "CL_OBS_STATUS",
                        Stream.of(
                                item("A", messages.format(language, "prices.statistics.status.final"), language),
                                item("P", messages.format(language, "prices.statistics.status.preliminary"), language)),
                        language));
    }

    private Map<String, Object> codelist(String id, Stream<Map<String, Object>> codes, Language language) {
        var list = maintainable(id, "prices.statistics.codelist", language);
        list.put("codes", codes.toList());
        return list;
    }

    private Map<String, Object> maintainable(String id, String nameKey, Language language) {
        var artefact = item(id, messages.format(language, nameKey), language);
        artefact.put("agencyID", AGENCY);
        artefact.put("version", VERSION);
        return artefact;
    }

    private static Map<String, Object> item(String id, String name, Language language) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", id);
        item.put("name", name);
        item.put("names", Map.of(language.tag(), name));
        return item;
    }
}
