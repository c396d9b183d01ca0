package vn.chophien.marketplace.pricefeed.forecastdesk;

import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** Two officers and monthly series, over HTTP. */
final class ForecastFixture {
    static final String DRAFTS = "/api/v1/prices/forecast-drafts";
    static final String SERIES = "/api/v1/prices/series/";

    final WebTestClient client;
    final WebTestClient officer;
    final WebTestClient colleague;

    private final PriceSeriesImport prices;

    ForecastFixture(WebTestClient client, TestAccounts accounts, PriceSeriesImport prices) {
        this.client = client;
        this.officer = accounts.officer().on(client);
        this.colleague = accounts.officer().on(client);
        this.prices = prices;
    }

    /** The month before this one. */
    static LocalDate lastMonth() {
        return LocalDate.now(KnownAt.VIETNAM).withDayOfMonth(1).minusMonths(1);
    }

    /** A fresh monthly series of so many months up to {@link #lastMonth}; the tests share a database. */
    String monthly(int months) {
        return monthlyUntil(lastMonth(), months);
    }

    String monthlyUntil(LocalDate last, int months) {
        var name = "M" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        var values = new TreeMap<LocalDate, Integer>();
        for (int back = months - 1; back >= 0; back--) {
            values.put(last.minusMonths(back), 40_000 + 500 * (back * back % 17) + 100 * (back % 12));
        }
        load(name, values);
        return name;
    }

    /** Adds prices to a series, or corrects them. */
    void load(String name, Map<LocalDate, Integer> values) {
        var lines = new StringBuilder("series_id,date,value\n");
        values.forEach((day, value) -> lines.append(name)
                .append(',')
                .append(day)
                .append(',')
                .append(value)
                .append('\n'));
        prices.load(
                        new StringReader("series_id,name,commodity,unit,frequency,region,source,licence\n" + name
                                + ",Chè,tea,VND/kg,monthly,Bảo Lộc,Own,CC0-1.0\n"),
                        new StringReader(lines.toString()))
                .block();
    }

    /** The id of a draft of a series. */
    String draft(String series) {
        var report = officer.post()
                .uri(DRAFTS)
                .bodyValue(Map.of("series", List.of(series)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonPath.read(Objects.requireNonNull(report), "$.drafted[0].id");
    }

    WebTestClient.ResponseSpec post(WebTestClient by, String id, String action) {
        return by.post().uri(DRAFTS + "/{id}/" + action, id).exchange();
    }

    /** One officer drafts and submits, her colleague issues; the number. */
    int issued(String series) {
        return issue(draft(series));
    }

    int issue(String id) {
        post(officer, id, "submit").expectStatus().isOk();
        var body = post(colleague, id, "publish")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonPath.read(Objects.requireNonNull(body), "$.issued_number");
    }

    String read(String path) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    String forecast(String series) {
        return read(SERIES + series + "/forecast");
    }
}
