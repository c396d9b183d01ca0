package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.chophien.marketplace.MarketplaceTest;

/** The rules of RFC 4287 that readers trip over. */
@MarketplaceTest
class AtomFeedIntegrationTests {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    private PriceSeriesImport prices;

    @Autowired
    private WebTestClient client;

    @Test
    void hasWhatEveryFeedAndEntryMustHave() throws Exception {
        prices.loadBundled().block();
        var feed = feed("/api/v1/prices/feed.atom?lang=en");
        var root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getAttribute("xml:lang")).isEqualTo("en");
        assertThat(child(root, "title")).isEqualTo("Chợ Phiên: market prices");
        assertThat(URI.create(child(root, "id")).isAbsolute()).isTrue();
        assertThat(links(root)).contains("self", "alternate");

        var entries = entries(feed);
        assertThat(entries).hasSize(100);
        var ids = new HashSet<String>();
        Instant newest = Instant.MIN;
        for (var entry : entries) {
            assertThat(ids.add(child(entry, "id"))).as("an id of its own").isTrue();
            assertThat(child(entry, "title")).isNotBlank();
            assertThat(child(entry, "content")).isNotBlank();
            assertThat(links(entry)).contains("alternate");
            var updated = Instant.parse(child(entry, "updated"));
            newest = updated.isAfter(newest) ? updated : newest;
        }
        assertThat(Instant.parse(child(root, "updated"))).isEqualTo(newest);
    }

    @Test
    void tellsAboutOneCommodityOnRequest() throws Exception {
        prices.loadBundled().block();
        var entries = entries(feed("/api/v1/prices/feed.atom?commodity=CA-CAO"));
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(((Element) entry.getElementsByTagNameNS(ATOM, "category")
                                        .item(0))
                                .getAttribute("term"))
                        .isEqualTo("CA-CAO"));
    }

    private Document feed(String path) throws Exception {
        var bytes = Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_ATOM_XML)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> entries(Document feed) {
        var nodes = feed.getElementsByTagNameNS(ATOM, "entry");
        var entries = new ArrayList<Element>();
        for (int index = 0; index < nodes.getLength(); index++) {
            entries.add((Element) nodes.item(index));
        }
        return entries;
    }

    private static String child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getLocalName())) {
                return node.getTextContent();
            }
        }
        throw new AssertionError(parent.getLocalName() + " lacks " + name);
    }

    private static List<String> links(Element parent) {
        var relations = new ArrayList<String>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if ("link".equals(node.getLocalName())) {
                assertThat(URI.create(((Element) node).getAttribute("href")).isAbsolute())
                        .isTrue();
                relations.add(((Element) node).getAttribute("rel"));
            }
        }
        return relations;
    }
}
