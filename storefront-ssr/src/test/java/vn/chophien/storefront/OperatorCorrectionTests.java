package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operators put right: cash recorded for the wrong orders, accounts named by the wrong shop. */
@StorefrontTest
class OperatorCorrectionTests {

    private static final String COD = "/operator-desk/cod/r1";
    private static final String ACCOUNTS = "/operator-desk/receiving-accounts";

    private static final String BY_LAN =
            ",\"%s\":{\"reason\":\"Nham don\",\"by_name\":\"Lan\",\"at\":\"2026-11-22T02:00:00Z\"}";

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    OperatorCorrectionTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @Test
    void takesARemittanceBack() {
        answers("/operator/cod-remittances/r1", remittance(""));
        assertThat(browser.page(COD, "operator", 200)).contains("GHN · FT1").contains("DH2611210001-1");
        assertThat(browser.submit(COD, COD + "/withdrawal", "&reason=+", "operator", 422))
                .contains("href=\"#field-reason\"");
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/cod-remittances/r1/withdrawal"))
                        .withRequestBody(equalToJson("{\"reason\":\"Nham don\"}"))
                        .willReturn(MarketStub.json(remittance(""))));
        browser.submit(COD, COD + "/withdrawal", "&reason=Nham+don", "operator", 303);
        answers("/operator/cod-remittances/r1", remittance(BY_LAN.formatted("withdrawal")));
        assertThat(browser.page("/en" + COD + "?withdrawn=true", "operator", 200))
                .contains("Taken back. You can record this transfer again.")
                .contains("Nham don")
                .contains("Lan · ")
                .doesNotContain("name=\"reason\"");
        browser.page(COD, "seller", 403);
    }

    /** A line ends with one character, as the browser counts, though it is sent as two. */
    @Test
    void namesTheLimitOfAReason() {
        answers("/operator/cod-remittances/r1", remittance(""));
        answers("/operator/receiving-accounts/c1", claim(""));
        var longest = "a%0D%0A".repeat(249) + "bc";
        for (var refused : new String[] {COD + "/withdrawal", ACCOUNTS + "/c1/release"}) {
            var page = refused.substring(0, refused.lastIndexOf('/'));
            assertThat(browser.submit(page, refused, "&reason=" + longest + "d", "operator", 422))
                    .contains("Nhập không quá 500 ký tự")
                    .doesNotContain("Mục này là bắt buộc");
        }
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/cod-remittances/r1/withdrawal"))
                        .withRequestBody(equalToJson("{\"reason\":\"%s\"}".formatted("a\\n".repeat(249) + "bc")))
                        .willReturn(MarketStub.json(remittance(""))));
        browser.submit(COD, COD + "/withdrawal", "&reason=" + longest, "operator", 303);
    }

    @Test
    void saysWhenSomebodyElseTookItBack() {
        answers("/operator/cod-remittances/r1", remittance(""));
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/cod-remittances/r1/withdrawal"))
                        .willReturn(MarketStub.problem(409, "remittance-withdrawn")));
        browser.submit(COD, COD + "/withdrawal", "&reason=Nham", "operator", 422);
    }

    @Test
    void findsWhoseAnAccountIsAndReleasesIt() {
        answers("/banks", "{\"items\":[{\"bin\":\"970436\",\"name\":\"Vietcombank\",\"full_name\":\"VCB\"}]}");
        answers(
                "/operator/receiving-accounts/releases",
                "{\"items\":[%s]}".formatted(claim(BY_LAN.formatted("release"))));
        answers("/operator/receiving-accounts/c1", claim(""));
        assertThat(browser.page(ACCOUNTS, "operator", 200))
                .contains("Vietcombank •••• 4567")
                .contains("HTX Đồi Gió")
                .contains("Nham don");
        assertThat(browser.submit(ACCOUNTS, ACCOUNTS, "&bank_bin=&account_number=", "operator", 422))
                .contains("href=\"#field-bank_bin\"")
                .contains("href=\"#field-account_number\"");
        looking(MarketStub.problem(404, "not-found"));
        assertThat(browser.submit(ACCOUNTS, ACCOUNTS, "&bank_bin=970436&account_number=0011", "operator", 422))
                .contains("Chưa gian hàng nào khai tài khoản này");
        looking(MarketStub.json(claim("")));
        browser.submit(ACCOUNTS, ACCOUNTS, "&bank_bin=970436&account_number=0011", "operator", 303);
        assertThat(browser.page("/en" + ACCOUNTS + "/c1", "operator", 200))
                .contains("The shop is paid here")
                .contains("Release this account");
        browser.submit(ACCOUNTS + "/c1", ACCOUNTS + "/c1/release", "&reason=", "operator", 422);
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/receiving-accounts/c1/release"))
                        .withRequestBody(equalToJson("{\"reason\":\"Nham so\"}"))
                        .willReturn(MarketStub.json(claim(BY_LAN.formatted("release")))));
        browser.submit(ACCOUNTS + "/c1", ACCOUNTS + "/c1/release", "&reason=Nham+so", "operator", 303);
        answers("/operator/receiving-accounts/c1", claim(BY_LAN.formatted("release")));
        assertThat(browser.page(ACCOUNTS + "/c1?released=true", "operator", 200))
                .contains("Chủ tài khoản có thể khai ngay")
                .doesNotContain("name=\"reason\"");
        browser.page(ACCOUNTS, "seller", 403);
    }

    private static String remittance(String more) {
        return """
                {"id":"r1","carrier":"GHN","reference":"FT1","received_on":"2026-11-21","amount":98000,
                 "rows":[{"number":"DH2611210001-1","amount":98000}]%s}""".formatted(more);
    }

    private static String claim(String more) {
        return """
                {"id":"c1","shop_slug":"doi-gio","shop_name":"HTX Đồi Gió","bank":"Vietcombank","number_hint":"•••• 4567",
                 "holder":"HTX DOI GIO","claimed_at":"2026-11-21T02:00:00Z","present":true,"awaited":2%s}""".formatted(more);
    }

    private void looking(ResponseDefinitionBuilder answer) {
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/receiving-accounts/lookups"))
                        .willReturn(answer));
    }

    private void answers(String path, String json) {
        market.server().stubFor(get(urlPathEqualTo("/api/v1" + path)).willReturn(MarketStub.json(json)));
    }
}
