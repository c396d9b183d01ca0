package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;

@MarketplaceTest
class PriceImportIntegrationTests {
    @Autowired
    private PriceSeriesImport prices;

    @Autowired
    private WebTestClient client;

    @Test
    void loadingTwiceLoadsOnce() {
        var first = Objects.requireNonNull(prices.loadBundled().block());
        assertThat(first.rejections()).isEmpty();
        assertThat(first.series()).isEqualTo(53);
        assertThat(first.observations()).isGreaterThan(30_000);
        var before = observations("WB-COFFEE-ROBUSTA");
        prices.loadBundled().block();
        assertThat(observations("WB-COFFEE-ROBUSTA")).isEqualTo(before);
    }

    @Test
    void theWorldBankIsCreditedAndInventedPricesSaySo() {
        prices.loadBundled().block();
        client.get()
                .uri("/api/v1/prices/board?lang=en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.demonstration")
                .isEqualTo(true)
                .jsonPath("$.credits[?(@.licence == 'CC-BY-4.0')].source")
                .value(source -> assertThat(source.toString()).contains("World Bank"))
                .jsonPath("$.credits[?(@.demonstration == true)].source")
                .value(source -> assertThat(source.toString()).contains("not real prices"))
                .jsonPath("$..quotes[?(@.series.code == 'CA-PHE-ROBUSTA.FARM.DAK-LAK')].series.demonstration")
                .isEqualTo(true)
                .jsonPath("$..quotes[?(@.series.code == 'CA-PHE-ROBUSTA.FARM.DAK-LAK')].sparkline.length()")
                .isEqualTo(30)
                // Discontinued in 2020: still a series, but nothing for today's board.
                .jsonPath("$..quotes[?(@.series.code == 'WB-BARLEY')]")
                .doesNotExist();
    }

    @Test
    void badLinesAreReportedAndTheRestIsLoaded() {
        var report = Objects.requireNonNull(
                prices.load(new StringReader("""
                                series_id,name,commodity,unit,frequency,region,source,licence
                                mine_tea,Tea,tea,VND/kg,weekly,Bảo Lộc,Own,CC0-1.0
                                mine_silk,Silk,silk,VND per bolt,weekly,Bảo Lộc,Own,CC0-1.0
                                mine_mud,Mud,mud,buckets,weekly,Bảo Lộc,Own,CC0-1.0
                                mine_air,Air,air,VND/kg,hourly,Bảo Lộc,Own,CC0-1.0
                                """), new StringReader("""
                                series_id,date,value
                                mine_tea,2026-11-06,12000
                                mine_tea,2026-11-13,-5
                                mine_tea,13/11/2026,12000
                                mine_water,2026-11-13,1
                                mine_tea,2026-11-06,12500
                                mine_tea,2026-11-20,12500.5
                                """)).block());
        assertThat(report.observations()).isEqualTo(2);
        assertThat(report.rejections())
                .extracting(PriceImportReport.Rejection::file, PriceImportReport.Rejection::line)
                .containsExactly(
                        tuple("series.csv", 4L),
                        tuple("series.csv", 5L),
                        tuple("prices.csv", 3L),
                        tuple("prices.csv", 4L),
                        tuple("prices.csv", 5L),
                        tuple("prices.csv", 6L));
        client.get()
                .uri("/api/v1/prices/series/MINE-TEA/observations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].price")
                .isEqualTo(12500.5)
                .jsonPath("$.series.frequency")
                .isEqualTo("WEEKLY");
    }

    @Test
    void aHeadingThatCannotBeReadIsReported() {
        var report = Objects.requireNonNull(prices.load(
                        new StringReader(
                                "series_id,name,commodity,unit,frequency,region,source,licence,\nmine_tea,Tea,tea,VND/kg,weekly,Bảo Lộc,Own,CC0-1.0,\n"),
                        new StringReader("series_id,date,value\n"))
                .block());

        assertThat(report.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.file()).isEqualTo("series.csv");
            assertThat(rejection.reason()).startsWith("The file cannot be read as CSV: A header name is missing");
        });
    }

    @Test
    void aPriceThatNoRecordHoldsIsReported() {
        var report = Objects.requireNonNull(
                prices.load(new StringReader("""
                                series_id,name,commodity,unit,frequency,region,source,licence
                                mine_rice,Rice,rice,VND/kg,weekly,Bảo Lộc,Own,CC0-1.0
                                """), new StringReader("""
                                series_id,date,value
                                mine_rice,2026-11-06,1e999999999
                                mine_rice,2026-11-06,1e-999999999
                                mine_rice,+99999-11-06,12000
                                """)).block());

        assertThat(report.observations()).isZero();
        assertThat(report.rejections())
                .extracting(PriceImportReport.Rejection::line)
                .containsExactly(2L, 3L, 4L);
    }

    private String observations(String code) {
        return Objects.requireNonNull(client.get()
                .uri("/api/v1/prices/series/{code}/observations.csv", code)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
