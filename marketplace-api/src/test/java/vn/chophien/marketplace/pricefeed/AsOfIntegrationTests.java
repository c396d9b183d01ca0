package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** Whatever was public once can be had again, byte by byte. */
@MarketplaceTest
class AsOfIntegrationTests {
    private static final String ROOT = "/api/v1/prices";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private DeskFixture desk;

    @BeforeEach
    void theMarketHasPrices() {
        prices.loadBundled().block();
        desk = new DeskFixture(client, accounts, prices);
    }

    /** What everybody could read at a moment. */
    private record Moment(Instant at, String publication, Map<String, String> answers) {}

    @Test
    void publishesCorrectsTwiceWithdrawsAndGivesEveryPastStateBack() throws InterruptedException {
        var series = desk.series("2026-11-18,12000");
        var before = moment(series);
        desk.published(series, "2026-11-20", "\"price\":12100");
        var published = moment(series);
        desk.published(series, "2026-11-20", "\"price_min\":12100,\"price_max\":12500,\"reason\":\"Giá là khoảng\"");
        var corrected = moment(series);
        desk.published(series, "2026-11-20", "\"price\":12200,\"status\":\"PRELIMINARY\",\"reason\":\"Nhầm cột\"");
        var correctedAgain = moment(series);
        desk.published(series, "2026-11-20", "\"status\":\"WITHDRAWN\",\"reason\":\"Chợ không họp\"");
        var withdrawn = moment(series);
        desk.series("2026-11-18,1");

        assertThat(List.of(before, published, corrected, correctedAgain))
                .extracting(moment -> moment.answers().get(csv(series)))
                .doesNotHaveDuplicates();
        assertThat(withdrawn.answers())
                .containsEntry(
                        csv(series), Objects.requireNonNull(before.answers().get(csv(series))));
        var moments = List.of(before, published, corrected, correctedAgain, withdrawn);
        assertThat(moments).extracting(Moment::publication).doesNotHaveDuplicates();
        for (var moment : moments) {
            moment.answers().forEach((path, bytes) -> {
                assertThat(read(path, moment.at().toString()))
                        .as("%s at %s", path, moment.at())
                        .isEqualTo(bytes);
                assertThat(read(path, moment.publication()))
                        .as("%s of %s", path, moment.publication())
                        .isEqualTo(bytes);
            });
        }
    }

    @Test
    void thePastMayBeKeptForeverAndThePresentIsAskedForAgain() {
        var series = desk.series("2026-11-18,12000");
        var now = client.get().uri(csv(series)).exchange();
        now.expectHeader().cacheControl(CacheControl.noCache().cachePublic());
        var publication = Objects.requireNonNull(
                now.returnResult(String.class).getResponseHeaders().getFirst(PublicState.PUBLICATION));
        var past = client.get().uri(csv(series) + "?as_of=" + publication).exchange();
        past.expectHeader()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        var tag = Objects.requireNonNull(
                past.returnResult(String.class).getResponseHeaders().getETag());
        assertThat(tag).startsWith("\"");
        client.get()
                .uri(csv(series) + "?as_of=" + publication)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void whoOnlyKnowsTheDateOfWhatTheyHaveIsToldToo() {
        var series = desk.series("2026-11-18,12000");
        var modified = client.get()
                .uri(csv(series))
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getLastModified();
        client.get()
                .uri(csv(series))
                .headers(headers -> headers.setIfModifiedSince(modified))
                .exchange()
                .expectStatus()
                .isNotModified();
        client.get()
                .uri(csv(series))
                .headers(headers -> headers.setIfModifiedSince(modified - 1000))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aSeriesIsNotKnownBeforeItWasAdded() {
        desk.series();
        var earlier = publication();
        var series = desk.series("2026-11-18,12000");
        client.get()
                .uri(ROOT + "/series/" + series + "?as_of=" + earlier)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(read(ROOT + "/series", earlier)).doesNotContain(series);
        assertThat(read(ROOT + "/series", "1990-01-01T00:00:00Z")).contains("\"items\":[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-20", "9999-01-01T00:00:00Z", "00000000-0000-0000-0000-00000000000x"})
    void whatIsNoMomentOfThePastIsRefused(String asOf) {
        client.get()
                .uri(ROOT + "/board?as_of=" + asOf)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("as_of");
    }

    @Test
    void aQuestionIsAboutOneMoment() {
        client.get()
                .uri(ROOT + "/board?as_of=1990-01-01T00:00:00Z&as_of=1991-01-01T00:00:00Z")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static String csv(String series) {
        return ROOT + "/series/" + series + "/observations.csv";
    }

    private Moment moment(String series) throws InterruptedException {
        var answers = new LinkedHashMap<String, String>();
        for (var path : List.of(
                "/board",
                "/board.csv",
                "/commodities",
                "/commodities/TEA/latest",
                "/commodities/TEA/band",
                "/series?commodity=TEA",
                "/series/" + series,
                "/series/" + series + "/observations",
                "/series/" + series + "/observations.csv",
                "/series/" + series + "/corrections",
                "/board?stage=FARM_GATE&page_size=2",
                "/feed.atom")) {
            answers.put(ROOT + path, read(ROOT + path, null));
        }
        var publication = publication();
        // The clock of the test may be a little behind that of the database.
        Thread.sleep(5);
        var moment = new Moment(Instant.now().minusMillis(2), publication, answers);
        Thread.sleep(5);
        return moment;
    }

    private String publication() {
        return Objects.requireNonNull(client.get()
                .uri(ROOT + "/board.csv")
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(PublicState.PUBLICATION));
    }

    private String read(String path, @Nullable String asOf) {
        var uri = UriComponentsBuilder.fromUriString(path);
        if (asOf != null) {
            uri.queryParam("as_of", asOf);
        }
        return Objects.requireNonNull(client.get()
                .uri(uri.build().toUriString())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
