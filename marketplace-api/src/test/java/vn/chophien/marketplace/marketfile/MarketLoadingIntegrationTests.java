package vn.chophien.marketplace.marketfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.account.DemoAccounts;
import vn.chophien.marketplace.account.FirstOperator;
import vn.chophien.marketplace.pricefeed.DemonstrationBulletins;
import vn.chophien.marketplace.seller.SellerImport;
import vn.chophien.marketplace.seller.Sellers;

@MarketplaceTest
@ExtendWith(OutputCaptureExtension.class)
class MarketLoadingIntegrationTests {
    private static final Instant LOADED_AT = Instant.parse("2026-11-21T03:00:00Z");

    @Autowired
    private MarketLoading loading;

    @Autowired
    private WebTestClient client;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MarketLoads loads;

    @Autowired
    private SellerImport sellerImport;

    @Autowired
    private Sellers sellers;

    @Autowired
    private FirstOperator firstOperator;

    @Autowired
    private DemoAccounts demoAccounts;

    @Autowired
    private DemonstrationBulletins bulletins;

    @TempDir
    private Path folder;

    private String shop = "";

    @BeforeEach
    void setUp() {
        shop = "htx-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void loadsTheGoodLinesAndNamesTheBadOnes(CapturedOutput log) throws IOException {
        write("categories.jsonl", """
                \uFEFF{"path":"%1$s","name_vi":"Mật ong","name_en":"Honey"}
                {"path":"%1$s/rung","parent":"nowhere","name_vi":"Rừng"}
                """);
        write("cooperatives.jsonl", """
                {"slug":"%1$s","type":"HTX","name_vi":"HTX Đồi Gió","province":"Đắk Lắk","commune":"Xã Cư M'gar"}

                {"slug":"%1$s-2","type":"BANK","name_vi":"Ngân hàng","province":"Đắk Lắk","commune":"Xã Cư M'gar"}
                {"slug":"%1$s-3","type":"HTX","name_vi":"HTX","tax_code":"0300588568","province":"Đắk Lắk","commune":"X"}
                """);
        write("products.jsonl", """
                %2$s
                not json
                %3$s
                """);
        write("reviews.jsonl", """
                {"review_id":"%1$s-1","sku":"%1$s-A","rating":5,"lang":"vi","text":"Ngon","author_alias":"Lan","created_on":"2026-01-05"}
                {"review_id":"%1$s-2","sku":"%1$s-A","rating":4,"lang":"en","text":"Good","author_alias":"Ann","created_on":"2026-01-06"}
                {"review_id":"%1$s-2","sku":"%1$s-A","rating":1,"lang":"en","text":"Again","author_alias":"Ann","created_on":"2026-01-06"}
                {"review_id":"%1$s-3","sku":"%1$s-Z","rating":4,"lang":"en","text":"?","author_alias":"Ann","created_on":"2026-01-06"}
                {"review_id":"%1$s-4","sku":"%1$s-A","rating":9,"lang":"vi","text":"!","author_alias":"Lan","created_on":"2026-01-05"}
                """);
        write("trace-lots.jsonl", """
                {"lot_code":"LOT-%1$s","sku":"%1$s-A","produced_on":"2026-03-23","quantity":120,"unit":"chai","status":"ACTIVE","events":[{"seq":1,"type":"HARVEST","occurred_at":"2026-01-07T07:10:00+07:00","place_vi":"Vườn","note_vi":"Hái"}]}
                {"lot_code":"LOT-%1$s-2","sku":"%1$s-A","produced_on":"2026-03-23","quantity":120,"unit":"chai","status":"LOST","events":[]}
                """);

        var report = load();

        assertThat(report.refused()).isEqualTo(9);
        assertThat(report.summary()).contains("products.jsonl 1,").contains("reviews.jsonl 2,");
        assertThat(log)
                .contains("categories.jsonl line 2 is left out: parent 'nowhere' is not a category of an earlier line")
                .contains("cooperatives.jsonl line 3 is left out: type: expected one of")
                .contains("cooperatives.jsonl line 4 is left out: tax_code has a wrong length or check digit")
                .contains("products.jsonl line 2 is left out: The line is not valid JSON")
                .contains("products.jsonl line 3 is left out: variants[0].price_vnd: expected a whole number")
                .contains("reviews.jsonl line 4 is left out: sku '%s-Z' is not a listing".formatted(shop))
                .contains("trace-lots.jsonl line 2 is left out: status: expected one of");

        var listing = client.get()
                .uri("/api/v1/listings?shop=" + shop)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].rating_count")
                .isEqualTo(2)
                .jsonPath("$.items[0].rating_avg")
                .isEqualTo(4.5)
                .jsonPath("$.items[0].picture.id")
                .isNotEmpty()
                .jsonPath("$.items[0].in_stock")
                .isEqualTo(true);
        assertThat(listing).isNotNull();
        var slug = "mat-ong-" + shop;
        client.get()
                .uri("/api/v1/listings/{slug}/reviews?page_size=1", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].author")
                .isEqualTo("Ann")
                .jsonPath("$.next_cursor")
                .isNotEmpty()
                .jsonPath("$.distribution[4]")
                .isEqualTo(1);
        client.get()
                .uri("/api/v1/listings/{slug}/lots?lang=en", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].unit")
                .isEqualTo("bottle")
                .jsonPath("$.items[0].lot_code")
                .isEqualTo("LOT-" + shop)
                .jsonPath("$.items[0].events[0].occurred_at")
                .isEqualTo("2026-01-07T00:10:00Z");
    }

    @Test
    void loadsTheSameFilesTwiceWithTheSameResult() throws IOException {
        write("categories.jsonl", """
                {"path":"%1$s","name_vi":"Mật ong","name_en":"Honey"}
                """);
        write("cooperatives.jsonl", """
                {"slug":"%1$s","type":"HTX","name_vi":"HTX","province":"Đắk Lắk","commune":"Xã Cư M'gar"}
                """);
        write("products.jsonl", "%2$s\n");
        write("reviews.jsonl", """
                {"review_id":"%1$s-1","sku":"%1$s-A","rating":5,"lang":"vi","text":"Ngon","author_alias":"Lan","created_on":"2026-01-05"}
                """);

        load();
        var again = load();

        assertThat(again.refused()).isZero();
        assertThat(count("SELECT count(*) AS n FROM listing WHERE sku = :sku")).isEqualTo(1);
        assertThat(count("SELECT rating_count AS n FROM listing WHERE sku = :sku"))
                .isEqualTo(1);
        assertThat(count("""
                SELECT s.on_hand AS n FROM stock_level s
                JOIN listing_variant v ON v.id = s.variant_id JOIN listing l ON l.id = v.listing_id WHERE l.sku = :sku
                """)).isEqualTo(7);
    }

    @Test
    void leavesOutWhatTheDatabaseRefusesAndNamesFilesWithoutTheirTwin(CapturedOutput log) throws IOException {
        write("categories.jsonl", """
                {"path":"%1$s","name_vi":"Mật ong","name_en":"Honey"}
                """);
        write("cooperatives.jsonl", """
                {"slug":"%1$s","type":"HTX","name_vi":"HTX","province":"Đắk Lắk","commune":"Xã Cư M'gar"}
                """);
        write("products.jsonl", "%2$s\n");
        write("reviews.jsonl", """
                {"review_id":"%1$s-1","sku":"%1$s-A","rating":5,"lang":"vi","text":"Ngon","author_alias":"Lan","created_on":"2026-01-05"}
                {"review_id":"%1$s-2","sku":"%1$s-A","rating":4,"lang":"vi","text":"Khá","author_alias":"Lan","created_on":"2026-01-06"}
                """);
        write("prices.csv", "series_id,date,value\n");
        database.sql("ALTER TABLE review ADD CONSTRAINT review_refused CHECK (external_id <> '%s-1')".formatted(shop))
                .then()
                .block();
        try {
            var report = load();

            assertThat(report.refused()).isEqualTo(1);
            assertThat(report.lines())
                    .first()
                    .asString()
                    .contains("reviews.jsonl 1")
                    .endsWith("1 line left out");
            assertThat(report.lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("reviews.jsonl line 1 is left out: The database refuses it: ")
                            .contains("review_refused"))
                    .contains("prices.csv is left out: there is no series.csv");
            assertThat(log).contains("prices.csv is left out: there is no series.csv");
        } finally {
            database.sql("ALTER TABLE review DROP CONSTRAINT review_refused")
                    .then()
                    .block();
        }
    }

    @Test
    void endsTheProcessWhenTheMarketCannotBeOpened() throws IOException {
        Files.createDirectory(folder.resolve("categories.jsonl"));
        loads.start(folder.toString(), LOADED_AT).block();
        var reason = new CompletableFuture<String>();
        var start = new MarketOpeningAtStart(opening(), new ProcessEnd() {
            @Override
            void because(String why) {
                reason.complete(why);
            }
        });

        start.start();

        assertThat(reason.orTimeout(30, TimeUnit.SECONDS).join())
                .startsWith("The market could not be opened: ")
                .endsWith("The next start takes it up again.");
        assertThat(Objects.requireNonNull(start.health().block()).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void writesAReportOfALoad() throws IOException {
        write("categories.jsonl", "not json\n");

        filling().write(load()).block();

        assertThat(folder.resolve("report.log"))
                .content()
                .contains("1 line left out\ncategories.jsonl line 1 is left out: The line is not valid JSON");
    }

    private MarketOpening opening() {
        return new MarketOpening(filling(), firstOperator, demoAccounts, sellerImport, sellers, bulletins);
    }

    private MarketFilling filling() {
        var settings = new MarketSettings(
                folder.toString(), folder.resolve("report.log").toString());
        return new MarketFilling(settings, sellerImport, loads, loading, InstantSource.system());
    }

    private LoadReport load() {
        return Objects.requireNonNull(
                loading.load(new MarketFolder(folder.toString()), LOADED_AT).block());
    }

    private long count(String query) {
        return Objects.requireNonNull(database.sql(query)
                        .bind("sku", shop + "-A")
                        .map(row -> Objects.requireNonNull(row.get("n", Number.class)))
                        .one()
                        .block())
                .longValue();
    }

    private void write(String file, String lines) throws IOException {
        var good = product("A", 120_000);
        Files.writeString(folder.resolve(file), lines.formatted(shop, good, product("B", -5)));
    }

    private String product(String suffix, long price) {
        return """
                {"sku":"%1$s-%2$s","shop":"%1$s","category":"%1$s","name_vi":"Mật ong %1$s","unit":"chai",\
                "variants":[{"sku":"%1$s-%2$s-1","label_vi":"500 ml","price_vnd":%3$d,"weight_g":500,"stock":7}],\
                "origin":{"province":"Đắk Lắk","commune":"Xã Cư M'gar"}}""".formatted(shop, suffix, price);
    }
}
