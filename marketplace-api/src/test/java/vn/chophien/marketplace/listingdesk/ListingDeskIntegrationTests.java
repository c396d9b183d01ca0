package vn.chophien.marketplace.listingdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.TestAccounts.TestCaller;
import vn.chophien.marketplace.catalog.CatalogFixture;
import vn.chophien.marketplace.catalog.NewListing;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.sql.Columns;

@MarketplaceTest
class ListingDeskIntegrationTests {
    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DatabaseClient database;

    private CatalogFixture market;
    private Seller shop;
    private TestCaller manager;
    private NewListing listing;

    @BeforeEach
    void setUp() {
        market = new CatalogFixture(application);
        shop = market.shop();
        manager = accounts.seller(shop.id().value());
        listing = market.listing(shop, "Cà phê rang mộc", 98_000, 185_000);
    }

    @Test
    void changesAPriceAndWritesDownWhoDidIt() {
        var marked = market.markOf(listing);

        changeVariant(tag(), Map.of("price", 105_000))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.variants[0].price")
                .isEqualTo(105_000);

        assertThat(market.markOf(listing)).isGreaterThan(marked);
        assertThat(priceChanges()).containsExactly("98000 → 105000 by " + manager.id());
        client.get()
                .uri("/api/v1/listings/" + listing.slug())
                .exchange()
                .expectBody()
                .jsonPath("$.variants[0].price")
                .isEqualTo(105_000);
        client.get()
                .uri("/api/v1/listings?shop=" + shop.slug())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].price")
                .isEqualTo(105_000);
    }

    @Test
    void changesTheStock() {
        changeVariant(tag(), Map.of("on_hand", 3))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.variants[0].on_hand")
                .isEqualTo(3)
                .jsonPath("$.variants[0].available")
                .isEqualTo(3)
                .jsonPath("$.variants[0].price")
                .isEqualTo(98_000);

        assertThat(priceChanges()).isEmpty();
    }

    @Test
    void refusesAnEditOfAnOutdatedVersion() {
        var seen = tag();
        changeVariant(seen, Map.of("price", 105_000)).expectStatus().isOk();

        changeVariant(seen, Map.of("price", 110_000))
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/precondition-failed");
        rewrite(seen, Map.of("name_vi", "Tên khác")).expectStatus().isEqualTo(412);

        assertThat(priceChanges()).hasSize(1);
    }

    @Test
    void refusesAnEditWhenTheStockWasCountedInTheMeantime() {
        var seen = tag();
        changeVariant(seen, Map.of("on_hand", 3)).expectStatus().isOk();

        changeVariant(seen, Map.of("on_hand", 30)).expectStatus().isEqualTo(412);
    }

    @Test
    void wantsToKnowTheVersion() {
        manager.on(client)
                .patch()
                .uri(path())
                .bodyValue(Map.of("name_vi", "Tên khác"))
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void rewritesTextsAndTakesAListingOffSale() {
        rewrite(tag(), Map.of("name_en", "Roasted beans", "on_sale", false))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name_vi")
                .isEqualTo("Cà phê rang mộc")
                .jsonPath("$.name_en")
                .isEqualTo("Roasted beans")
                .jsonPath("$.on_sale")
                .isEqualTo(false);

        client.get()
                .uri("/api/v1/listings/" + listing.slug())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void namesEachFieldAtFault() {
        changeVariant(tag(), Map.of("price", 0, "on_hand", -1))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == 'price')].code")
                .isEqualTo("too-small")
                .jsonPath("$.errors[?(@.field == 'on_hand')].code")
                .isEqualTo("too-small");
        rewrite(tag(), Map.of("name_vi", "   "))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name_vi");
    }

    @Test
    void doesNotShowAnotherShopsListing() {
        var stranger = accounts.seller(market.shop().id().value());
        var variant = listing.variants().getFirst().id();

        stranger.on(client).get().uri(path()).exchange().expectStatus().isNotFound();
        stranger.on(client)
                .patch()
                .uri(path() + "/variants/" + variant)
                .header(HttpHeaders.IF_MATCH, tag())
                .bodyValue(Map.of("price", 1))
                .exchange()
                .expectStatus()
                .isNotFound();
        upload(stranger, picture()).expectStatus().isNotFound();
        stranger.on(client)
                .get()
                .uri("/api/v1/seller/listings")
                .exchange()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();

        assertThat(priceChanges()).isEmpty();
    }

    @Test
    void isClosedToBuyersAndStrangers() {
        client.get().uri(path()).exchange().expectStatus().isUnauthorized();
        accounts.buyer().on(client).get().uri(path()).exchange().expectStatus().isForbidden();
    }

    @Test
    void findsListingsTypedWithoutDiacritics() {
        market.listing(shop, "Tiêu đen", 50_000);

        manager.on(client)
                .get()
                .uri("/api/v1/seller/listings?q=CA PHE")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].sku")
                .isEqualTo(listing.sku());
    }

    @Test
    void keepsAPhotographAndServesItForEver() {
        var marked = market.markOf(listing);
        var answer = upload(manager, picture()).expectStatus().isCreated().expectBody(Shown.class);
        var shown = Objects.requireNonNull(answer.returnResult().getResponseBody());

        assertThat(shown.alt()).isEqualTo("Hạt cà phê");
        assertThat(shown.widths()).containsExactly(160, 320, 640, 1200);
        assertThat(market.markOf(listing)).isGreaterThan(marked);
        client.get()
                .uri("/api/v1/pictures/%s/320".formatted(shown.id()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, cache -> assertThat(cache).contains("immutable"));
        client.get()
                .uri("/api/v1/pictures/%s/321".formatted(shown.id()))
                .exchange()
                .expectStatus()
                .isNotFound();

        manager.on(client)
                .delete()
                .uri(path() + "/pictures/" + shown.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.pictures")
                .isEmpty();
    }

    @Test
    void refusesAFileThatIsNoPicture() {
        upload(manager, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/picture-type-unsupported");
        manager.on(client)
                .get()
                .uri(path())
                .exchange()
                .expectBody()
                .jsonPath("$.pictures")
                .isEmpty();
    }

    private ResponseSpec upload(TestCaller caller, byte[] file) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(file)).filename("anh.jpg").contentType(MediaType.IMAGE_JPEG);
        parts.part("alt_vi", "Hạt cà phê");
        return caller.on(client)
                .post()
                .uri(path() + "/pictures")
                .bodyValue(parts.build())
                .exchange();
    }

    private ResponseSpec changeVariant(String tag, Map<String, ?> change) {
        return manager.on(client)
                .patch()
                .uri(path() + "/variants/" + listing.variants().getFirst().id())
                .header(HttpHeaders.IF_MATCH, tag)
                .bodyValue(change)
                .exchange();
    }

    private ResponseSpec rewrite(String tag, Map<String, ?> change) {
        return manager.on(client)
                .patch()
                .uri(path())
                .header(HttpHeaders.IF_MATCH, tag)
                .bodyValue(change)
                .exchange();
    }

    private String tag() {
        return Objects.requireNonNull(manager.on(client)
                .get()
                .uri(path())
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    private String path() {
        return "/api/v1/seller/listings/" + listing.id();
    }

    private List<String> priceChanges() {
        return Objects.requireNonNull(database.sql("""
                        SELECT c.old_price || ' → ' || c.new_price || ' by ' || c.changed_by AS change
                        FROM price_change c JOIN listing_variant v ON v.id = c.variant_id
                        WHERE v.listing_id = :listing
                        """)
                .bind("listing", listing.id().value())
                .map(row -> Columns.text(row, "change"))
                .all()
                .collectList()
                .block());
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException memoryDoesNotFail) {
            throw new AssertionError(memoryDoesNotFail);
        }
    }

    private record Shown(String id, List<Integer> widths, String alt) {}
}
