package vn.chophien.marketplace.search.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;

@MarketplaceTest
class SearchInsightIntegrationTests {

    private static final String REPORT = "/api/v1/operator/search/report?days=7&lang=vi";
    private static final String SYNONYMS = "/api/v1/operator/search/synonyms";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private SearchLog log;

    @Autowired
    private SearchLogWriter writer;

    @Autowired
    private SearchCountRepository counts;

    @BeforeEach
    void empty() {
        log.takeCounts();
        log.takeSteps();
        database.sql("DELETE FROM search_count").then().block();
        database.sql("DELETE FROM search_step").then().block();
    }

    @Test
    void showsWhatIsSearchedForOftenEnoughAndWhatOfItIsFound() {
        searched("ca phe", 12, 5);
        log.opened(Language.VI, "ca phe", 4, "");
        log.opened(Language.VI, "ca phe", 2, "");
        searched("mật gấu", 3, 0);
        searched("nguyễn thị thử", 2, 0);
        write();
        searched("ca phe", 1, 5);
        write();

        var report = get(REPORT);
        assertThat(report.path("searches").asLong()).isEqualTo(18);
        assertThat(report.path("empty").asLong()).isEqualTo(5);
        assertThat(report.path("top").get(0).toString())
                .isEqualTo("{\"words\":\"ca phe\",\"searches\":13,\"empty\":0,\"opens\":2,\"results\":5,\"place\":3}");
        assertThat(words(report, "top")).containsExactly("ca phe", "mật gấu");
        assertThat(words(report, "without")).containsExactly("mật gấu");
        assertThat(words(report, "unopened")).isEmpty();
        assertThat(get("/api/v1/operator/search/report?days=7&lang=en")
                        .path("searches")
                        .asLong())
                .isZero();
    }

    @Test
    void namesWhatIsFoundAndHardlyOpened() {
        searched("nấm", 20, 9);
        log.opened(Language.VI, "nấm", 1, "");
        write();
        assertThat(words(get(REPORT), "unopened")).containsExactly("nấm");
    }

    @Test
    void proposesOtherNamesUntilTheyAreDecided() {
        for (int i = 0; i < 3; i++) {
            log.searched(Language.VI, "trái gai mắt", 0, true, "");
            log.searched(Language.VI, "dứa", 4, true, "trái gai mắt");
        }
        log.opened(Language.VI, "dứa", 1, "trái gai mắt");
        searched("cà phế", 4, 0);
        write();

        assertThat(proposals()).contains("trái gai mắt → dứa FOLLOWED", "cà phế → cà phê FOLDED");

        decide("trái gai mắt", "dứa", true);
        decide("cà phế", "cà phê", false);

        assertThat(proposals()).noneMatch(each -> each.startsWith("trái gai mắt") || each.startsWith("cà phế"));
        assertThat(text(SYNONYMS + "/accepted")).contains("dứa; trái gai mắt\n").doesNotContain("cà phế");
        decide("trái gai mắt", "dứa", false);
        assertThat(text(SYNONYMS + "/accepted")).doesNotContain("trái gai mắt");
    }

    @Test
    void forgetsWhatIsOldAndRareWordsSooner() {
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        store(today.minusDays(200), "chè", 50);
        store(today.minusDays(20), "chè", 50);
        store(today.minusDays(20), "trần văn thử", 1);
        store(today.minusDays(2), "lê thị thử", 1);
        counts.forget().block();
        assertThat(database.sql("SELECT words || ' ' || (CURRENT_DATE - day) AS row FROM search_count")
                        .map(row -> Objects.requireNonNull(row.get("row", String.class)))
                        .all()
                        .collectList()
                        .block())
                .hasSize(2)
                .noneMatch(row -> row.startsWith("trần"));
    }

    @Test
    void countsAnOpenedResultWithoutSayingWho() {
        client.post()
                .uri("/api/v1/search/opens?lang=vi")
                .bodyValue(Map.of("words", "Hạt điều", "place", 7))
                .exchange()
                .expectStatus()
                .isAccepted();
        assertThat(log.takeCounts().values()).containsExactly(new SearchTally.Count(0, 0, 0, 1, 7));
        client.post()
                .uri("/api/v1/search/opens")
                .bodyValue(Map.of("words", "", "place", 0))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void showsItToOperatorsOnly() {
        client.get().uri(REPORT).exchange().expectStatus().isUnauthorized();
        accounts.officer()
                .on(client)
                .get()
                .uri(REPORT)
                .exchange()
                .expectStatus()
                .isForbidden();
        operator()
                .get()
                .uri("/api/v1/operator/search/report?days=9999")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void searched(String words, int times, long results) {
        for (int i = 0; i < times; i++) {
            log.searched(Language.VI, words, results, true, "");
        }
    }

    private void write() {
        writer.write().block();
    }

    private void store(LocalDate day, String words, long searches) {
        counts.add(
                        Map.of(new SearchTally.Words(day, "vi", words), new SearchTally.Count(searches, 0, 0, 0, 0)),
                        Map.of())
                .block();
    }

    private void decide(String words, String entry, boolean accepted) {
        operator()
                .post()
                .uri(SYNONYMS)
                .bodyValue(Map.of("language", "vi", "words", words, "entry", entry, "accepted", accepted))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private List<String> proposals() {
        return get(SYNONYMS + "?lang=vi")
                .path("items")
                .valueStream()
                .map(each -> each.path("words").asString() + " → "
                        + each.path("entry").asString() + " "
                        + each.path("reason").asString())
                .toList();
    }

    private static List<String> words(JsonNode report, String list) {
        return report.path(list)
                .valueStream()
                .map(each -> each.path("words").asString())
                .toList();
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }

    private JsonNode get(String uri) {
        return JsonMapper.shared().readTree(text(uri));
    }

    private String text(String uri) {
        var body = operator()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNullElse(body, "");
    }
}
