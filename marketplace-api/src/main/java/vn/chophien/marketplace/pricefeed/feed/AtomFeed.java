package vn.chophien.marketplace.pricefeed.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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

    String write(List<FeedEntry> entries, FeedHead head, Language language) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language.tag());
            writeHead(xml, entries, head, language);
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

    private void writeHead(XMLStreamWriter xml, List<FeedEntry> entries, FeedHead head, Language language)
            throws XMLStreamException {
        var updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().publishedAt();
        element(xml, "id", head.id());
        element(xml, "title", head.title());
        element(xml, "subtitle", head.subtitle());
        element(xml, "updated", updated.toString());
        link(xml, "self", "application/atom+xml", head.self());
        link(xml, "alternate", "text/html", head.home());
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
