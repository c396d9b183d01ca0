package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What happens to a cart between its page and the order. */
@StorefrontTest
class CheckoutPagesTests {

    private static final String CART = "0199cccc-0000-7000-8000-000000000001";
    private static final String VARIANT = "0199bbbb-0000-7000-8000-000000000001";
    private static final String STOCK_GONE = "Một số hàng vừa bán hết hoặc không còn đủ. Đơn chưa được đặt";
    private static final String EMPTY = "Giỏ hàng trống nên chưa có gì để đặt";

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    CheckoutPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @Test
    void saysThatGoodsSoldOutWhileTheBuyerOrdered() {
        var session = fillACart();
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/checkout")).willReturn(MarketStub.problem(409, "out-of-stock")));
        cartHolds(line("out-of-stock"));
        assertThat(leadsTo("/checkout/order", session)).isEqualTo("/cart?notice=stock-gone");
        assertThat(browser.pageIn("/cart?notice=stock-gone", session, 200))
                .contains(STOCK_GONE)
                .contains("Đã hết hàng");
        assertThat(browser.pageIn("/en/cart?notice=stock-gone", session, 200)).contains("Some goods sold out");
    }

    @Test
    void saysSoToWhoeverGoesToCheckoutWithThem() {
        var session = fillACart();
        cartHolds(line("not-enough"));
        for (var step : new String[] {"/checkout", "/checkout/shipping"}) {
            assertThat(leadsTo(step, session)).isEqualTo("/cart?notice=stock-gone");
        }
    }

    @Test
    void saysThatAnEmptyCartCannotBeOrdered() {
        assertThat(leadsTo("/checkout", null)).isEqualTo("/cart?notice=empty");
        assertThat(browser.pageIn("/cart?notice=empty", null, 200)).contains(EMPTY);

        var session = fillACart();
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/checkout")).willReturn(MarketStub.problem(409, "cart-empty")));
        assertThat(leadsTo("/checkout/order", session)).isEqualTo("/cart?notice=empty");
        assertThat(browser.pageIn("/cart?notice=empty", session, 200)).doesNotContain(EMPTY);
    }

    /** Answers the session. */
    private String fillACart() {
        market.server().stubFor(post(urlPathEqualTo("/api/v1/carts")).willReturn(MarketStub.json(cart("[]"))));
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/carts/" + CART + "/lines"))
                        .willReturn(MarketStub.json(cart(line(null)))));
        cartHolds(line(null));
        var added = submit("/cart/lines", null, "variant_id=" + VARIANT + "&quantity=1");
        assertThat(added.getResponseHeaders().getLocation()).hasToString("/cart?notice=added");
        var session = Objects.requireNonNull(added.getResponseCookies().getFirst(TestBrowser.COOKIE))
                .getValue();
        assertThat(browser.pageIn("/cart?notice=added", session, 200)).contains("Đã thêm vào giỏ");
        return session;
    }

    private void cartHolds(String shops) {
        market.server().stubFor(get(urlPathEqualTo("/api/v1/carts/" + CART)).willReturn(MarketStub.json(cart(shops))));
    }

    private static String cart(String shops) {
        return """
                {"id":"%s","currency":"VND","item_count":1,"subtotal":98000,"shops":%s}
                """.formatted(CART, shops);
    }

    private static String line(@Nullable String problem) {
        return """
                [{"shop":{"slug":"doi-gio-cu-mgar","name":"HTX Đồi Gió"},"subtotal":98000,"lines":[
                  {"variant_id":"%s","listing_slug":"ca-phe","name":"Cà phê","unit_price":98000,"quantity":1,
                   "line_total":98000,"available":3%s}]}]
                """.formatted(VARIANT, problem == null ? "" : ",\"problem\":\"" + problem + "\"");
    }

    private String leadsTo(String path, @Nullable String session) {
        var answer = submit(path, session, "");
        assertThat(answer.getStatus().value()).as(path).isEqualTo(303);
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    private EntityExchangeResult<byte[]> submit(String path, @Nullable String session, String form) {
        var request = browser.client()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Sec-Fetch-Site", "same-origin");
        return (session == null ? request : request.cookie(TestBrowser.COOKIE, session))
                .bodyValue(form)
                .exchange()
                .expectBody()
                .returnResult();
    }
}
