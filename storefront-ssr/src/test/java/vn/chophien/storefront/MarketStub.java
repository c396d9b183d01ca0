package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands for the marketplace API with answers recorded from the demo market, in both languages. */
final class MarketStub {

    static final String LISTING = "ca-phe-robusta-mat-ong-rang-vua-doi-gio";
    static final String SHOP = "doi-gio-cu-mgar";
    static final String PICTURE = "43167853-905b-7e11-883d-aeac85435617";

    private static final String API = "/api/v1";
    private static final MarketStub SHARED = new MarketStub();

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private MarketStub() {
        server.start();
        isOpen();
    }

    static MarketStub shared() {
        return SHARED;
    }

    String url() {
        return server.baseUrl();
    }

    WireMockServer server() {
        return server;
    }

    /** Everything answers. */
    void isOpen() {
        server.resetAll();
        answers("/categories", "categories");
        answers("/listings", "listings");
        answers("/listings/" + LISTING, "listing");
        answers("/listings/" + LISTING + "/reviews", "reviews");
        answers("/listings/" + LISTING + "/lots", "lots");
        answers("/shops", "shops");
        answers("/shops/" + SHOP, "shop");
        answers("/search", "search");
        answers("/search/suggest", "suggest");
        answers("/prices/board", "board");
        answers("/prices/board/filters", "filters");
        answers("/prices/commodities/ca-phe-nhan/latest", "latest");
        answers("/prices/commodities/ca-phe-nhan/band", "band");
        answers("/prices/commodities/ca-phe-nhan/seasons", "seasons");
        answers("/prices/series/CA-PHE.FARM/latest", "quote");
        answers("/places/provinces", "provinces");
        server.stubFor(get(urlPathMatching(API + "/pictures/.*"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "image/jpeg")
                        .withHeader("Cache-Control", "public, max-age=31536000, immutable")
                        .withHeader("ETag", "\"picture\"")
                        .withBody(new byte[] {1, 2, 3})));
        server.stubFor(any(anyUrl()).atPriority(100).willReturn(problem(404, "not-found")));
        signsIn();
    }

    private void signsIn() {
        server.stubFor(post(urlPathEqualTo(API + "/auth/token"))
                .atPriority(9)
                .willReturn(problem(401, "invalid-credentials")));
        server.stubFor(post(urlPathEqualTo(API + "/auth/token"))
                .withRequestBody(equalToJson("{\"email\":\"seller@example.vn\",\"password\":\"demo-seller\"}"))
                .willReturn(json(tokens("first", 900))));
        server.stubFor(get(urlPathEqualTo(API + "/me"))
                .withHeader("Authorization", matching("Bearer access-.+"))
                .willReturn(json("""
                        {"id":"0193","email":"seller@example.vn","display_name":"H’Hen Niê","roles":["BUYER","SELLER"],
                         "shop":{"id":"1","slug":"doi-gio-cu-mgar","name":"Hợp tác xã Cà phê Đồi Gió"}}
                        """)));
        server.stubFor(post(urlPathEqualTo(API + "/auth/token"))
                .withRequestBody(equalToJson("{\"email\":\"operator@example.vn\",\"password\":\"demo-operator\"}"))
                .willReturn(json(tokens("operator", 900))));
        server.stubFor(get(urlPathEqualTo(API + "/me"))
                .withHeader("Authorization", equalTo("Bearer access-operator"))
                .willReturn(json("""
                        {"id":"0194","email":"operator@example.vn","display_name":"Trần Thu Hà","roles":["BUYER","OPERATOR"]}
                        """)));
        server.stubFor(post(urlPathEqualTo(API + "/auth/revoke"))
                .willReturn(aResponse().withStatus(204)));
    }

    void searchIsAway() {
        server.stubFor(
                get(urlPathMatching(API + "/search.*")).atPriority(1).willReturn(problem(503, "search-unavailable")));
    }

    /** The listing's certificate has run out, so the API no longer mentions it. */
    void vouchesForNoAward() {
        for (var language : new String[] {"vi", "en"}) {
            var listing = (ObjectNode) JsonMapper.shared().readTree(file(language, "listing"));
            listing.remove("ocop");
            server.stubFor(get(urlPathEqualTo(API + "/listings/" + LISTING))
                    .atPriority(1)
                    .withHeader("Accept-Language", equalTo(language))
                    .willReturn(json(listing.toString())));
        }
    }

    void searchFindsNothing() {
        searchAnswers("search-none");
    }

    /** Two listings that meet every condition in the words, and two that come near. */
    void searchFindsWhatComesNear() {
        searchAnswers("search-nearest");
    }

    /** Nothing comes near: two listings that buyers like. */
    void searchFindsWhatIsLiked() {
        searchAnswers("search-liked");
    }

    /** As for a province that there is not. */
    void searchRefuses(String parameter, String value) {
        server.stubFor(get(urlPathEqualTo(API + "/search"))
                .atPriority(1)
                .withQueryParam(parameter, equalTo(value))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("""
                                {"type": "/problems/invalid-request", "title": "", "status": 400, "detail": "",
                                 "errors": [{"field": "%s", "code": "unknown", "message": ""}]}
                                """.formatted(parameter))));
    }

    private void searchAnswers(String file) {
        for (var language : new String[] {"vi", "en"}) {
            server.stubFor(get(urlPathEqualTo(API + "/search"))
                    .atPriority(1)
                    .withHeader("Accept-Language", equalTo(language))
                    .willReturn(json(file(language, file))));
        }
    }

    void officerSignsIn() {
        server.stubFor(post(urlPathEqualTo(API + "/auth/token"))
                .withRequestBody(equalToJson("{\"email\":\"officer@example.vn\",\"password\":\"demo-officer\"}"))
                .willReturn(json(tokens("officer", 900))));
        server.stubFor(get(urlPathEqualTo(API + "/me"))
                .withHeader("Authorization", equalTo("Bearer access-officer"))
                .willReturn(json("""
                {"id":"0195","email":"officer@example.vn","display_name":"Cán bộ","roles":["OFFICER"]}
                """)));
    }

    void isAway() {
        server.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(500)));
    }

    static ResponseDefinitionBuilder problem(int status, String slug) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\":\"/problems/" + slug + "\",\"status\":" + status + "}");
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    static String tokens(String name, int seconds) {
        return "{\"access_token\":\"access-%1$s\",\"refresh_token\":\"refresh-%1$s\",\"expires_in\":%2$d}"
                .formatted(name, seconds);
    }

    private void answers(String path, String file) {
        for (var language : new String[] {"vi", "en"}) {
            server.stubFor(get(urlPathEqualTo(API + path))
                    .withHeader("Accept-Language", equalTo(language))
                    .willReturn(json(file(language, file))));
        }
    }

    private static String file(String language, String name) {
        try {
            return new ClassPathResource("market/" + language + "/" + name + ".json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
