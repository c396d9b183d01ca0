package vn.chophien.marketplace.pricefeed.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;

/** The latest publications as an Atom feed (RFC 4287): one entry a publication, under the publication's own id. */
@Component
class AtomFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final Messages messages;
    private final FeedAddresses addresses;

    AtomFeed(Messages messages, FeedAddresses addresses) {
        this.messages = messages;
        this.addresses = addresses;
    }

    /** @param commodity the code of the one commodity to tell about, or null for all */
    String write(List<FeedEntry> entries, @Nullable String commodity, Language language) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language.tag());
            writeHead(xml, entries, commodity, language);
            for (var entry : entries) {
                writeEntry(xml, entry, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }

    private void writeHead(XMLStreamWriter xml, List<FeedEntry> entries, @Nullable String commodity, Language language)
            throws XMLStreamException {
        var updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().publishedAt();
        element(xml, "id", urn(commodity == null ? "" : commodity));
        element(xml, "title", messages.format(language, "prices.feed.title"));
        element(xml, "subtitle", messages.format(language, "prices.feed.subtitle"));
        element(xml, "updated", updated.toString());
        link(xml, "self", "application/atom+xml", addresses.feed("feed.atom", commodity, language));
        link(xml, "alternate", "text/html", addresses.board(language));
        xml.writeStartElement("author");
        element(xml, "name", messages.format(language, "prices.feed.author"));
        xml.writeEndElement();
    }

    private void writeEntry(XMLStreamWriter xml, FeedEntry entry, Language language) throws XMLStreamException {
        var publication = entry.publication();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + publication.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.publishedAt().toString());
        element(xml, "published", entry.publishedAt().toString());
        link(xml, "alternate", "application/json", addresses.publication(publication, language));
        for (var commodity : entry.commodities()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", commodity.code());
            xml.writeAttribute("label", commodity.name(language));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(entry.html());
        xml.writeEndElement();
        if (!entry.rights().isEmpty()) {
            element(xml, "rights", entry.rights());
        }
        xml.writeEndElement();
    }

    /** The same for the same feed on every server and forever, which is what an Atom id promises. */
    private static String urn(String which) {
        var name = "chophien/price/feed/" + which;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
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
