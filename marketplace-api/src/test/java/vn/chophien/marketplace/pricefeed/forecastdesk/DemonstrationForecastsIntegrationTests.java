package vn.chophien.marketplace.pricefeed.forecastdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** What a demonstration market has to show of forecasts, and that it says what it is. */
@MarketplaceTest
class DemonstrationForecastsIntegrationTests {
    private static final String ROBUSTA = ForecastFixture.SERIES + "CA-PHE-ROBUSTA.FARM.DAK-LAK";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @Test
    void earlierForecastsAreMarkedAndScoredAndMadeOnce() {
        prices.loadBundled().block();
        prices.forecastDemonstration().block();
        prices.forecastDemonstration().block();
        var desk = new ForecastFixture(client, accounts, prices);
        var forecasts = desk.read(ROBUSTA + "/forecasts");
        assertThat(JsonPath.<List<Boolean>>read(forecasts, "$.items[*].retrospective"))
                .containsExactly(false, true, true, true, true);
        assertThat(JsonPath.<List<Boolean>>read(forecasts, "$.items[*].demonstration"))
                .containsOnly(true);
        assertThat(JsonPath.<List<String>>read(forecasts, "$.items[*].annotation"))
                .allMatch(words -> words.contains("demonstration"));
        var record = desk.read(ROBUSTA + "/track-record");
        assertThat(JsonPath.<Boolean>read(record, "$.retrospective")).isTrue();
        assertThat(JsonPath.<Integer>read(record, "$.overall.compared")).isEqualTo(4 * 14);
        assertThat(JsonPath.<List<?>>read(record, "$.by_horizon")).hasSize(14);
    }
}
