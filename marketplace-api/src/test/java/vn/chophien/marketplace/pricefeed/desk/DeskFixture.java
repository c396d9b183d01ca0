package vn.chophien.marketplace.pricefeed.desk;

import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** Two officers at the trade desk, over HTTP. */
public final class DeskFixture {
    public static final String SETS = "/api/v1/prices/entry-sets";

    public final WebTestClient officer;
    public final WebTestClient colleague;

    private final PriceSeriesImport prices;

    public DeskFixture(WebTestClient client, TestAccounts accounts, PriceSeriesImport prices) {
        this.officer = accounts.officer().on(client);
        this.colleague = accounts.officer().on(client);
        this.prices = prices;
    }

    /** A fresh daily series of Tea with prices, as lines {@code date,value}; the tests share a database. */
    public String series(String... lines) {
        var name = "T" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        var values = new StringBuilder("series_id,date,value\n");
        for (var line : lines) {
            values.append(name).append(',').append(line).append('\n');
        }
        prices.load(
                        new StringReader("series_id,name,commodity,unit,frequency,region,source,licence\n" + name
                                + ",Chè,tea,VND/kg," + (lines.length == 0 ? "weekly" : "daily")
                                + ",Bảo Lộc,Own,CC0-1.0\n"),
                        new StringReader(values.toString()))
                .block();
        return name;
    }

    /** The id of a draft of one entry, whose fields are JSON such as {@code "price":12000}. */
    public String draft(String series, String date, String fields) {
        var answer = officer.post()
                .uri(SETS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"entries\":[{\"series\":\"%s\",\"date\":\"%s\",%s}]}".formatted(series, date, fields))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonPath.read(Objects.requireNonNull(answer), "$.id");
    }

    public WebTestClient.ResponseSpec submit(String id, String body) {
        return officer.post()
                .uri(SETS + "/{id}/submit", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec publish(WebTestClient by, String id) {
        return by.post().uri(SETS + "/{id}/publish", id).exchange();
    }

    /** One officer enters and submits, her colleague publishes. */
    public void published(String series, String date, String fields) {
        var id = draft(series, date, fields);
        submit(id, "{\"confirmed\":[{\"series\":\"%s\",\"date\":\"%s\"}]}".formatted(series, date))
                .expectStatus()
                .isOk();
        publish(colleague, id).expectStatus().isOk();
    }
}
