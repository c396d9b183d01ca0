package vn.chophien.marketplace.pricefeed.bulletin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.PriceFeedSettings;

/** News of bulletins, as Atom (RFC 4287) and as JSON Feed 1.1: one entry an edition, which leads to its page. */
@Component
class BulletinFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 30;

    private final BulletinArchive archive;
    private final PriceFeedSettings settings;
    private final Messages messages;

    BulletinFeed(BulletinArchive archive, PriceFeedSettings settings, Messages messages) {
        this.archive = archive;
        this.settings = settings;
        this.messages = messages;
    }

    record BulletinJsonFeed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            String language,
            List<BulletinItem> items) {}

    record BulletinItem(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished) {}

    Mono<BulletinJsonFeed> json(@Nullable Instant until, Language language) {
        return archive.news(until, ENTRIES)
                .map(bulletin -> new BulletinItem(
                        "urn:uuid:" + bulletin.id(),
                        page(bulletin, language),
                        bulletin.text().title(language),
                        summary(bulletin, language),
                        when(bulletin)))
                .collectList()
                .map(items -> new BulletinJsonFeed(
                        "https://jsonfeed.org/version/1.1",
                        title(language),
                        address(language, ""),
                        address(language, "/feed.json"),
                        language.tag(),
                        items));
    }

    Mono<String> atom(@Nullable Instant until, Language language) {
        return archive.news(until, ENTRIES).collectList().map(found -> atom(found, language));
    }

    private String atom(List<Bulletin> found, Language language) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language.tag());
            element(xml, "id", urn());
            element(xml, "title", title(language));
            element(xml, "updated", (found.isEmpty() ? Instant.EPOCH : when(found.getFirst())).toString());
            link(xml, "self", "application/atom+xml", address(language, "/feed.atom"));
            link(xml, "alternate", "text/html", address(language, ""));
            for (var bulletin : found) {
                entry(xml, bulletin, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Bulletin bulletin, Language language) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + bulletin.id());
        element(xml, "title", bulletin.text().title(language));
        element(xml, "updated", when(bulletin).toString());
        element(xml, "published", when(bulletin).toString());
        link(xml, "alternate", "text/html", page(bulletin, language));
        xml.writeStartElement("author");
        element(xml, "name", bulletin.department(language));
        xml.writeEndElement();
        element(xml, "summary", summary(bulletin, language));
        xml.writeEndElement();
    }

    private String title(Language language) {
        return messages.format(language, "bulletin.feed.title");
    }

    private String summary(Bulletin bulletin, Language language) {
        var formats = Formats.of(language);
        var reason = bulletin.reason();
        return messages.format(
                language,
                "bulletin.feed.summary",
                Map.of(
                        "number", bulletin.number(),
                        "department", bulletin.department(language),
                        "from", formats.date(bulletin.scope().from()),
                        "to", formats.date(bulletin.scope().to()),
                        "corrected", reason == null ? "no" : "yes",
                        "reason", reason == null ? "" : reason));
    }

    /** In whole seconds: some readers take the digits after them for milliseconds, however many there are. */
    private static Instant when(Bulletin bulletin) {
        return bulletin.publishedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private String page(Bulletin bulletin, Language language) {
        return address(language, "/" + bulletin.number() + (bulletin.last() ? "" : "?edition=" + bulletin.edition()));
    }

    private String address(Language language, String path) {
        return settings.publicUrl() + (language == Language.VI ? "" : "/" + language.tag()) + "/market-prices/bulletins"
                + path;
    }

    private static String urn() {
        return "urn:uuid:" + UUID.nameUUIDFromBytes("chophien/price/bulletins".getBytes(StandardCharsets.UTF_8));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String target)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", target);
    }
}
