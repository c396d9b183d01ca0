package vn.chophien.marketplace.pricefeed.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** The files of official statistics against their own descriptions, and the catalogue as a JSON-LD processor sees it. */
@MarketplaceTest
class StatisticsIntegrationTests {
    private static final String ROOT = "/api/v1/prices";
    private static final String SDMX_ID = "[A-Za-z0-9_@$-]+";
    private static final String SDMX_NAME = "[A-Za-z][A-Za-z0-9_-]*";
    private static final String COFFEE = "CA-PHE-ROBUSTA.FARM.DAK-LAK";

    @Autowired
    private WebTestClient client;

    @Autowired
    private PriceSeriesImport prices;

    @BeforeEach
    void theMarketHasPrices() {
        prices.loadBundled().block();
    }

    @ParameterizedTest
    @CsvSource({
        "/board.csv",
        "/series/CA-PHE-ROBUSTA.FARM.DAK-LAK/observations.csv",
        "/series/WB-COFFEE-ROBUSTA/observations.csv"
    })
    void everyCellOfAFileIsWhatItsDescriptionSays(String file) throws Exception {
        var description = read(file + "-metadata.json?lang=en");
        assertThat(JsonPath.<Object>read(description, "$['@context'][0]")).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(file).endsWith("/" + JsonPath.<String>read(description, "$.url"));
        var columns = JsonPath.<List<Map<String, Object>>>read(description, "$.tableSchema.columns");
        var key = JsonPath.<List<String>>read(description, "$.tableSchema.primaryKey");
        try (var csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(read(file + "?lang=en")))) {
            assertThat(csv.getHeaderNames())
                    .isEqualTo(columns.stream()
                            .map(column -> text(column, "titles"))
                            .toList());
            var keys = new HashSet<List<String>>();
            for (var row : csv) {
                assertThat(keys.add(key.stream().map(row::get).toList()))
                        .as("a key of its own")
                        .isTrue();
                columns.forEach(column -> checkCell(row, column));
            }
            assertThat(keys).isNotEmpty();
        }
    }

    private static String text(Map<?, ?> object, String key) {
        return Objects.requireNonNull(object.get(key)).toString();
    }

    private static void checkCell(CSVRecord row, Map<String, Object> column) {
        var cell = row.get(text(column, "titles"));
        if (cell.isEmpty()) {
            assertThat(column.get("required"))
                    .as("%s in %s", column.get("name"), row)
                    .isEqualTo(false);
            return;
        }
        if (column.get("datatype") instanceof Map<?, ?> decimal) {
            assertThat(new BigDecimal(cell)).isGreaterThan(new BigDecimal(text(decimal, "minimum")));
            return;
        }
        switch (text(column, "datatype")) {
            case "date" -> assertThat(LocalDate.parse(cell)).isNotNull();
            case "dateTime" -> assertThat(OffsetDateTime.parse(cell)).isNotNull();
            case "integer" -> assertThat(Integer.parseInt(cell)).isPositive();
            case "boolean" -> assertThat(cell).isIn("true", "false");
            default -> assertThat(cell).isNotBlank();
        }
    }

    @Test
    void aFilePointsToItsDescription() {
        client.get()
                .uri(ROOT + "/series/" + COFFEE + "/observations.csv")
                .exchange()
                .expectHeader()
                .value(
                        HttpHeaders.LINK,
                        link -> assertThat(link)
                                .isEqualTo(
                                        "<observations.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\""));
    }

    @Test
    void theDataFitsTheStructureTheyComeWith() throws Exception {
        var structure = read("/sdmx/structure?lang=en");
        var components = "$.data.dataStructures[0].dataStructureComponents.";
        var dimensions = JsonPath.<List<String>>read(structure, components + "dimensionList.dimensions[*].id");
        var time = JsonPath.<String>read(structure, components + "dimensionList.timeDimension.id");
        var measures = JsonPath.<List<String>>read(structure, components + "measureList.measures[*].id");
        var attributes = JsonPath.<List<String>>read(structure, components + "attributeList.attributes[*].id");
        var concepts = JsonPath.<List<String>>read(structure, "$.data.conceptSchemes[0].concepts[*].id");
        var expected = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        expected.addAll(dimensions);
        expected.add(time);
        expected.addAll(measures);
        expected.addAll(attributes);
        assertThat(concepts).containsExactlyInAnyOrderElementsOf(expected.subList(3, expected.size()));

        var coded =
                JsonPath.<List<Map<String, Object>>>read(structure, "$..[?(@.localRepresentation.enumeration)]")
                        .stream()
                        .collect(Collectors.toMap(
                                component -> text(component, "id"),
                                component -> codes(
                                        structure, Objects.requireNonNull(component.get("localRepresentation")))));
        assertThat(coded).containsKeys("FREQ", "SERIES", "COMMODITY", "STAGE", "UNIT_MEASURE", "OBS_STATUS");
        try (var csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(
                        read("/sdmx/data?series=" + COFFEE + "&series=WB-COFFEE-ROBUSTA&from=2026-01-01")))) {
            assertThat(csv.getHeaderNames()).isEqualTo(expected);
            var rows = csv.getRecords();
            assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
                assertThat(row.get("STRUCTURE")).isEqualTo("dataflow");
                assertThat(row.get("STRUCTURE_ID")).isEqualTo("CHOPHIEN:PRICES(1.0.0)");
                assertThat(new BigDecimal(row.get("OBS_VALUE"))).isPositive();
                coded.forEach((component, codes) -> assertThat(codes).contains(row.get(component)));
            });
            assertThat(rows).extracting(row -> row.get("TIME_PERIOD")).contains("2026-01", "2026-01-05");
        }
    }

    /** What the published JSON schema of SDMX-JSON 2.0.0 structure messages demands of the parts that we use. */
    @Test
    void theStructureIsWhatTheSchemaOfSdmxJsonWants() {
        var message = JsonPath.<Map<String, Object>>read(read("/sdmx/structure?lang=en"), "$");
        assertThat(message).containsOnlyKeys("meta", "data");
        var meta = part(message, "meta");
        assertThat(meta).containsKeys("id", "prepared", "sender");
        assertThat(OffsetDateTime.parse(text(meta, "prepared"))).isNotNull();
        assertThat(text(part(meta, "sender"), "id")).matches(SDMX_ID);
        var data = part(message, "data");
        for (var kind : List.of("dataflows", "dataStructures", "conceptSchemes", "codelists")) {
            assertThat(parts(data, kind)).isNotEmpty().allSatisfy(maintainable -> {
                assertThat(text(maintainable, "id")).matches(SDMX_NAME);
                assertThat(text(maintainable, "agencyID"))
                        .matches("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*");
                assertThat(text(maintainable, "version")).matches("\\d+\\.\\d+\\.\\d+");
                assertThat(text(maintainable, "name")).isNotBlank();
                assertThat(part(maintainable, "names")).containsOnlyKeys("en");
            });
        }
        assertThat(parts(data, "codelists"))
                .allSatisfy(list -> assertThat(parts(list, "codes"))
                        .isNotEmpty()
                        .extracting(code -> text(code, "id"))
                        .doesNotHaveDuplicates()
                        .allMatch(id -> id.matches(SDMX_ID)));
        var components = part(parts(data, "dataStructures").getFirst(), "dataStructureComponents");
        assertThat(components).containsKey("dimensionList");
        var dimensions = parts(part(components, "dimensionList"), "dimensions");
        assertThat(part(components, "dimensionList").get("id")).isEqualTo("DimensionDescriptor");
        assertThat(part(components, "measureList").get("id")).isEqualTo("MeasureDescriptor");
        assertThat(part(components, "attributeList").get("id")).isEqualTo("AttributeDescriptor");
        for (int index = 0; index < dimensions.size(); index++) {
            assertThat(dimensions.get(index).get("position"))
                    .as("counted from 0")
                    .isEqualTo(index);
        }
        assertThat(text(dimensions.getFirst(), "id")).as("by convention").isEqualTo("FREQ");
        var time = part(part(components, "dimensionList"), "timeDimension");
        assertThat(time.get("id")).isEqualTo("TIME_PERIOD");
        var known = dimensions.stream().map(one -> text(one, "id")).toList();
        var attributes = parts(part(components, "attributeList"), "attributes");
        assertThat(attributes).allSatisfy(attribute -> {
            var relation = part(attribute, "attributeRelationship");
            assertThat(relation)
                    .as("one of dataflow, dimensions, group, observation")
                    .hasSize(1);
            assertThat(relation.keySet()).isSubsetOf("dimensions", "observation");
            if (relation.get("dimensions") instanceof List<?> named) {
                assertThat(known)
                        .containsAll(named.stream().map(Object::toString).toList());
                assertThat(named).isNotEmpty().doesNotHaveDuplicates();
            }
        });
        var all = new ArrayList<>(dimensions);
        all.add(time);
        all.addAll(attributes);
        all.addAll(parts(part(components, "measureList"), "measures"));
        assertThat(all).allSatisfy(component -> {
            assertThat(text(component, "id")).matches(SDMX_NAME);
            assertThat(text(component, "conceptIdentity"))
                    .isEqualTo("urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=CHOPHIEN:CS_PRICES(1.0.0)."
                            + text(component, "id"));
            var representation = part(component, "localRepresentation");
            assertThat(representation).as("enumeration or format").hasSize(1);
            if (representation.containsKey("format")) {
                assertThat(text(part(representation, "format"), "dataType"))
                        .isIn("String", "Decimal", "Integer", "ObservationalTimePeriod");
            }
        });
    }

    /** What "Metadata Vocabulary for Tabular Data" of the W3C demands of the parts that we use. */
    @ParameterizedTest
    @CsvSource({"/board.csv", "/series/WB-COFFEE-ROBUSTA/observations.csv"})
    void theDescriptionOfAFileIsWhatTheVocabularyForTablesWants(String file) {
        var table = JsonPath.<Map<String, Object>>read(read(file + "-metadata.json?lang=vi"), "$");
        assertThat(table.get("@context")).isEqualTo(List.of("http://www.w3.org/ns/csvw", Map.of("@language", "vi")));
        assertThat(table.get("@type")).isEqualTo("Table");
        assertThat(table.keySet())
                .as("properties of a table, and common ones with a prefix of the initial context")
                .allMatch(key -> key.startsWith("dc:")
                        || List.of("@context", "@type", "url", "dialect", "tableSchema")
                                .contains(key));
        assertThat(part(table, "dialect").keySet())
                .isSubsetOf(
                        "encoding",
                        "delimiter",
                        "quoteChar",
                        "doubleQuote",
                        "header",
                        "headerRowCount",
                        "lineTerminators");
        var schema = part(table, "tableSchema");
        assertThat(schema.keySet()).isSubsetOf("columns", "primaryKey", "foreignKeys", "aboutUrl", "rowTitles");
        var columns = parts(schema, "columns");
        var names = columns.stream().map(column -> text(column, "name")).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9_.]*"));
        assertThat(schema.get("primaryKey"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty()
                .isSubsetOf(names);
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.keySet())
                    .isSubsetOf("name", "titles", "datatype", "required", "dc:description", "propertyUrl");
            assertThat(column.get("required")).isInstanceOf(Boolean.class);
            if (column.get("datatype") instanceof Map<?, ?> derived) {
                assertThat(derived.get("base")).isIn("decimal", "integer", "number");
                assertThat(new BigDecimal(text(derived, "minimum"))).isZero();
            } else {
                assertThat(column.get("datatype")).isIn("string", "date", "dateTime", "integer", "boolean");
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String key) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> whole, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(whole.get(key), key);
    }

    private static List<String> codes(String structure, Object representation) {
        var urn = text((Map<?, ?>) representation, "enumeration");
        var id = urn.substring(urn.indexOf(':', urn.indexOf('=')) + 1, urn.indexOf('('));
        return JsonPath.read(structure, "$.data.codelists[?(@.id == '%s')].codes[*].id".formatted(id));
    }

    @Test
    void sdmxWantsToBeAskedForSomething() {
        client.get().uri(ROOT + "/sdmx/data").exchange().expectStatus().isBadRequest();
        client.get()
                .uri(ROOT + "/sdmx/data?series=NO-SUCH")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(read("/sdmx/data?commodity=CA-PHE-ROBUSTA&from=2026-11-01")).contains("CA-PHE-ROBUSTA_FARM_DAK-LAK");
    }

    @Test
    void aProcessorOfLinkedDataFindsTheCatalogueWithItsMandatoryProperties() throws Exception {
        var document = JsonDocument.of(new StringReader(read("/catalog.jsonld?lang=en")));
        var expanded = JsonLd.expand(document).get();
        var dcat = "http://www.w3.org/ns/dcat#";
        var dct = "http://purl.org/dc/terms/";
        var catalogue = expanded.getJsonObject(0);
        assertThat(catalogue.getJsonArray("@type").getString(0)).isEqualTo(dcat + "Catalog");
        assertThat(catalogue).containsKeys(dct + "title", dct + "description", dct + "publisher", dcat + "dataset");
        assertThat(catalogue.keySet()).allMatch(key -> key.startsWith("@") || key.startsWith("http"));
        var datasets = catalogue.getJsonArray(dcat + "dataset");
        assertThat(datasets).hasSizeGreaterThanOrEqualTo(53);
        for (var value : datasets) {
            var dataset = value.asJsonObject();
            assertThat(dataset).containsKeys(dct + "title", dct + "description", dct + "publisher", dcat + "theme");
            for (var distribution : dataset.getJsonArray(dcat + "distribution")) {
                assertThat(distribution.asJsonObject())
                        .containsKeys(dcat + "accessURL", dct + "license", dct + "format");
            }
        }
        var text = expanded.toString();
        assertThat(text)
                .contains("https://creativecommons.org/licenses/by/4.0/")
                .contains("Demonstration data, not real prices");
    }

    private String read(String path) {
        return Objects.requireNonNull(client.get()
                .uri(ROOT + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
