package vn.chophien.marketplace.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestShops.TestShop;

class ReportIntegrationTests extends BuyingTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final YearMonth MONTH = YearMonth.from(TODAY);

    @Test
    void reportsTheWithheldTaxOfAHouseholdWithItsCodeMasked() {
        database.sql("UPDATE seller SET type = 'HO_KINH_DOANH', tax_code = '066190012345' WHERE id = :id")
                .bind("id", near.id().value())
                .then()
                .block();
        var order = sell();
        var report = call(operator(), HttpMethod.GET, "/api/v1/operator/tax-returns/" + MONTH, null, 200);
        assertThat(report.get("due_on").asString())
                .isEqualTo(MONTH.plusMonths(1).atDay(20).toString());
        assertThat(report.get("rows")
                        .valueStream()
                        .filter(row -> row.get("tax_code").asString().endsWith("345")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("tax_code").asString()).isEqualTo("•••••••••345");
                    assertThat(row.get("base").asLong()).isEqualTo(196_000);
                    assertThat(row.get("vat_due").asLong()).isEqualTo(1_960);
                    assertThat(row.get("pit_due").asLong()).isEqualTo(980);
                });
        assertThat(file(operator(), "/api/v1/operator/tax-returns/" + MONTH + "/file.csv"))
                .contains("066190012345")
                .contains("HO_KINH_DOANH,196000,1960,980,0,0,0,1960,980");
        call(seller(near), HttpMethod.GET, "/api/v1/operator/tax-returns/" + MONTH, null, 403);
        assertThat(order.get("number").asString()).isNotEmpty();
    }

    @Test
    void listsMonthsAndKeepsWhatWasFiled() {
        database.sql("UPDATE seller SET type = 'HO_KINH_DOANH' WHERE id = :id")
                .bind("id", near.id().value())
                .then()
                .block();
        sell();
        var months = call(operator(), HttpMethod.GET, "/api/v1/operator/tax-returns", null, 200);
        assertThat(months.get("items").get(0).get("month").asString()).isEqualTo(MONTH.toString());
        assertThat(months.get("items").get(0).get("vat_due").asLong()).isPositive();
        assertThat(file(MONTH, TODAY, "TK-1", 422).get("type").asString()).isEqualTo("/problems/month-not-over");
        var past = MONTH.minusMonths(1);
        assertThat(file(past, past.atDay(20), "TK-1", 400)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("filed_on");
        assertThat(file(past, TODAY, "TK-1", 200).get("filing").get("reference").asString())
                .isEqualTo("TK-1");
        file(past, TODAY, "TK-1", 200);
        assertThat(file(past, TODAY, "TK-2", 409).get("type").asString()).isEqualTo("/problems/tax-return-filed");
        call(seller(near), HttpMethod.GET, "/api/v1/operator/tax-returns", null, 403);
    }

    private JsonNode file(YearMonth month, LocalDate day, String reference, int status) {
        return call(
                operator(),
                HttpMethod.PUT,
                "/api/v1/operator/tax-returns/" + month + "/filing",
                Map.of("filed_on", day.toString(), "reference", reference),
                status);
    }

    @Test
    void givesASellerTheDataOfItsInvoices() {
        var order = sell();
        var invoices = call(seller(near), HttpMethod.GET, "/api/v1/seller/money/invoices/" + MONTH, null, 200);
        assertThat(invoices.get("items")).hasSize(1);
        var invoice = invoices.get("items").get(0);
        assertThat(invoice.get("number").asString()).isEqualTo(partOf(order, near));
        assertThat(invoice.get("buyer").asString()).isEqualTo("Nguyễn Thị Thử");
        assertThat(invoice.get("vat_method").asString()).isEqualTo("DIRECT");
        assertThat(invoice.get("total").asLong()).isEqualTo(214_000);
        assertThat(invoice.get("items").get(0).get("amount").asLong()).isEqualTo(196_000);
        assertThat(file(seller(near), "/api/v1/seller/money/invoices/" + MONTH + "/file.csv"))
                .contains(partOf(order, near))
                .contains("Phí vận chuyển");
        assertThat(call(seller(far), HttpMethod.GET, "/api/v1/seller/money/invoices/" + MONTH, null, 200)
                        .get("items"))
                .isEmpty();
    }

    /** The near shop's part of a card order, paid and delivered. */
    private JsonNode sell() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        step(near, partOf(order, near), "/confirm", Map.of());
        step(near, partOf(order, near), "/ship", Map.of("carrier", "GHN"));
        step(near, partOf(order, near), "/deliver", Map.of());
        return order;
    }

    private void step(TestShop shop, String number, String step, Object body) {
        call(seller(shop), HttpMethod.POST, "/api/v1/seller/orders/" + number + step, body, 200);
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }

    private static String file(WebTestClient caller, String uri) {
        return Objects.requireNonNull(caller.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
