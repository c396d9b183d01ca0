package vn.chophien.marketplace.pricefeed.forecastdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;

/** What an officer sees of a forecast before anything is published. */
@MarketplaceTest
class ForecastPreviewIntegrationTests {
    private static final String PREVIEW = "/api/v1/prices/forecast-preview";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Test
    void anOfficerSeesPointsWithBoundsAndHowGoodTheMethodWas() {
        preview(weeks(160), 8)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.method")
                .value(String.class, method -> assertThat(method).contains("ARIMA", "Theta", "ETS"))
                .jsonPath("$.points.length()")
                .isEqualTo(8)
                .jsonPath("$.points[0].date")
                .isEqualTo("2023-01-27")
                .jsonPath("$.points[0].mean")
                .isNumber()
                .jsonPath("$.points[0].lo80")
                .isNumber()
                .jsonPath("$.points[0].hi80")
                .isNumber()
                .jsonPath("$.points[0].lo95")
                .isNumber()
                .jsonPath("$.points[7].hi95")
                .isNumber()
                .jsonPath("$.accuracy.origins")
                .isEqualTo(6)
                .jsonPath("$.accuracy.relative_to_last_price")
                .isNumber()
                .jsonPath("$.publishable")
                .isEqualTo(false)
                .jsonPath("$.warnings[0].code")
                .isEqualTo("stale");
    }

    @Test
    void tooShortAHistoryIsRefusedInTheReadersLanguage() {
        preview(weeks(103), 8)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-history-too-short")
                .jsonPath("$.detail")
                .isEqualTo("Mới có 103 tuần; cần ít nhất 104 để dự báo.");
        accounts.officer()
                .on(client)
                .post()
                .uri(PREVIEW)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .bodyValue(Map.of("frequency", "WEEKLY", "observations", weeks(103), "horizon", 8))
                .exchange()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("It has 103 weeks; a forecast needs 104.");
    }

    @Test
    void whatIsWrongIsNamed() {
        var twice = new ArrayList<>(weeks(110));
        twice.add(twice.getFirst());
        preview(twice, 8)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("observations[110].date");
        preview(List.of(Map.of("date", "2026-11-20", "value", -1)), 8)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("observations[0].value");
        preview(weeks(110), 27).expectStatus().isBadRequest();
    }

    @Test
    void onlyOfficersSeeIt() {
        var body = Map.of("frequency", "WEEKLY", "observations", weeks(110), "horizon", 8);
        client.post().uri(PREVIEW).bodyValue(body).exchange().expectStatus().isUnauthorized();
        accounts.buyer()
                .on(client)
                .post()
                .uri(PREVIEW)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private WebTestClient.ResponseSpec preview(List<Map<String, Object>> observations, int horizon) {
        return accounts.officer()
                .on(client)
                .post()
                .uri(PREVIEW)
                .bodyValue(Map.of("frequency", "WEEKLY", "observations", observations, "horizon", horizon))
                .exchange();
    }

    /** The last one is of Friday, 20 January 2023. */
    private static List<Map<String, Object>> weeks(int count) {
        var observations = new ArrayList<Map<String, Object>>();
        for (int week = count - 1; week >= 0; week--) {
            observations.add(Map.of(
                    "date",
                    LocalDate.of(2023, 1, 20).minusWeeks(week).toString(),
                    "value",
                    40_000 + 500 * (week * week % 17)));
        }
        return observations;
    }
}
