package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.listingindex.ListingIndexConnection;
import vn.chophien.listingindex.ListingIndexSchema;
import vn.chophien.listingindex.ListingJson;
import vn.chophien.localstack.LocalStack;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.MarketWords;

/** A word that nobody knew finds a listing after one request, and no search fails or misses the listing meanwhile. */
@MarketplaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LexiconApplyingIntegrationTests {

    private static final String LEXICON = "/api/v1/operator/search/lexicon";
    private static final String ALIAS = "lexicon-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String sku = "LX-" + UUID.randomUUID();
    private final JsonMapper json = ListingJson.mapper();
    private final ListingIndexConnection index = ListingIndexConnection.open(
            URI.create(LocalStack.shared().elasticsearch().url()), PATIENCE, PATIENCE);

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private QueryReader reader;

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        registry.add(
                "chophien.search.elasticsearch-url",
                () -> LocalStack.shared().elasticsearch().url());
        registry.add("chophien.search.alias", () -> ALIAS);
        registry.add("chophien.search.timeout", () -> "20s");
    }

    @BeforeAll
    void list() {
        database.sql("""
                WITH s AS (
                    INSERT INTO seller (slug, type, name_vi, name_en, province_code, commune_name)
                    VALUES (:shop, 'HTX', 'HTX Từ Điển', 'Dictionary Co-op', '37', 'Xã Gia Viễn') RETURNING id
                ), c AS (
                    INSERT INTO category (path, slug, parent_path, name_vi, name_en)
                    VALUES (:shop, :shop, NULL, 'Hàng thử', 'Test goods') RETURNING path
                ), l AS (
                    INSERT INTO listing (seller_id, sku, slug, category_path, name_vi, name_en, unit, province_code, commune_name,
                                         min_price, max_price)
                    SELECT s.id, :sku, lower(:sku), c.path, 'Dứa zai đồng cát', 'Sand pineapple', 'kg', '37', 'Xã Gia Viễn', 25000, 25000
                    FROM s, c RETURNING id, document_version
                )
                INSERT INTO listing_index_mark (listing_id, version) SELECT id, document_version FROM l
                """)
                .bind("shop", sku.toLowerCase(Locale.ROOT))
                .bind("sku", sku)
                .then()
                .block();
        index.client()
                .indices()
                .create(CreateIndexRequest.of(create -> create.withJson(new StringReader(ListingIndexSchema.json()))
                        .index(ALIAS)))
                .join();
        workOffMarks();
    }

    @AfterAll
    void forget() {
        database.sql("DELETE FROM search_lexicon").then().block();
        reader.readBy(Lexicon.ofTheMarket()).block();
        MarketWords.reset();
        index.close();
    }

    @Test
    void findsByANewWordAfterOneRequestAndLosesNothingMeanwhile() {
        assertThat(exact("zứa mắt")).isEmpty();
        assertThat(exact("khóm")).contains(sku);

        var begun = apply(withName("zứa mắt"), false, 202);
        assertThat(begun.path("phase").asString()).isEqualTo("marking");
        apply(withName("zứa tai"), false, 409);

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(exact("khóm")).as("found by the names it had").contains(sku);
            assertThat(exact("dứa")).contains(sku);
            workOffMarks();
            return exact("zứa mắt").contains(sku);
        });

        assertThat(state().path("phase").asString()).isIn("cleaning", "live");
        assertThat(state().path("touched").asLong()).isPositive();
        assertThat(exact("khóm")).contains(sku);
        assertThat(text(LEXICON + "/file")).contains("zứa mắt");
    }

    @Test
    void refusesAFileWithMistakesAndNamesTheirPlaces() {
        var refused = apply("[trái cây | fruit]\ncam; cam | orange | < quả", true, 422);
        assertThat(refused.path("type").asString()).isEqualTo("/problems/lexicon-invalid");
        assertThat(refused.path("errors").toString()).contains("2:6", "2:23");
        assertThat(apply(Lexicon.fileOfTheBuild(), true, 200).path("phase").asString())
                .isNotEmpty();
    }

    @Test
    void letsOnlyOperatorsApply() {
        accounts.officer()
                .on(client)
                .post()
                .uri(LEXICON)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** A thing of its own, so that documents know it only when they are written again. */
    private static String withName(String name) {
        return Lexicon.fileOfTheBuild().replaceFirst("(?m)^dứa;", "dứa zai; " + name + " | | < dứa\ndứa;");
    }

    /** As the indexer does: first which dictionaries there are, then the documents. */
    private void workOffMarks() {
        var published =
                Objects.requireNonNull(database.sql("SELECT content, live FROM published_lexicon ORDER BY version")
                        .map(row -> (Boolean.TRUE.equals(row.get("live", Boolean.class)) ? "+" : "-")
                                + row.get("content", String.class))
                        .all()
                        .collectList()
                        .block());
        var lexicons = new ArrayList<Lexicon>();
        if (published.stream().noneMatch(each -> each.startsWith("+"))) {
            lexicons.add(Lexicon.ofTheMarket());
        }
        published.forEach(each -> lexicons.add(Lexicon.of(each.substring(1))));
        MarketWords.writeBy(lexicons);
        var marks = Objects.requireNonNull(database.sql("""
                SELECT m.listing_id, m.version, p.document::text AS document
                FROM listing_index_mark m JOIN published_listing p USING (listing_id) WHERE p.visible
                """)
                .map(row -> new Mark(
                        Objects.requireNonNull(row.get("listing_id", UUID.class)),
                        Objects.requireNonNull(row.get("version", Long.class)),
                        Objects.requireNonNull(row.get("document", String.class))))
                .all()
                .collectList()
                .block());
        for (var mark : marks) {
            var document = json.treeToValue(
                    ((ObjectNode) json.readTree(mark.document()))
                            .put("id", mark.id().toString()),
                    ListingDocument.class);
            index.client()
                    .index(write -> write.index(ALIAS)
                            .id(mark.id().toString())
                            .version(mark.version())
                            .versionType(VersionType.External)
                            .document(document))
                    .exceptionally(stale -> null)
                    .join();
        }
        index.client().indices().refresh(refresh -> refresh.index(ALIAS)).join();
        database.sql("DELETE FROM listing_index_mark WHERE marked_at < now() - interval '0 seconds'")
                .then()
                .block();
    }

    private List<String> exact(String words) {
        var answer = JsonMapper.shared()
                .readTree(Objects.requireNonNull(client.get()
                        .uri(uri -> uri.path("/api/v1/search")
                                .queryParam("q", "{q}")
                                .queryParam("page_size", 50)
                                .build(words))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
        return answer.path("items")
                .valueStream()
                .filter(item -> !item.path("nearest").asBoolean() && !answer.has("did_you_mean"))
                .map(item -> item.path("sku").asString())
                .toList();
    }

    private JsonNode apply(String file, boolean dryRun, int status) {
        var answer = operator()
                .post()
                .uri(LEXICON + "?dry_run=" + dryRun)
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .bodyValue(file)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(status);
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    private JsonNode state() {
        return JsonMapper.shared().readTree(text(LEXICON));
    }

    private String text(String uri) {
        return Objects.requireNonNull(operator()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }

    private record Mark(UUID id, long version, String document) {}
}
