package vn.chophien.marketplace.pricefeed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import vn.chophien.locales.Language;

/** Writes an Atom feed (RFC 4287). All text in it is escaped. */
public final class AtomWriter {
    public static final MediaType TYPE = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    private interface Step {
        void take() throws XMLStreamException;
    }

    /** @param content writes what is in the feed */
    public static String feed(Language language, Consumer<AtomWriter> content) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language.tag());
            content.accept(new AtomWriter(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw unthinkable(impossible);
        }
        return text.toString();
    }

    public AtomWriter entry(Runnable content) {
        return element("entry", content);
    }

    public AtomWriter author(String name) {
        return element("author", () -> text("name", name));
    }

    public AtomWriter text(String name, String text) {
        return element(name, () -> step(() -> xml.writeCharacters(text)));
    }

    /** In whole seconds: some readers take the digits after them for milliseconds, however many there are. */
    public AtomWriter instant(String name, Instant instant) {
        return text(name, seconds(instant).toString());
    }

    public static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    public AtomWriter html(String name, String html) {
        return element(
                name,
                () -> step(() -> {
                    xml.writeAttribute("type", "html");
                    xml.writeCharacters(html);
                }));
    }

    public AtomWriter category(String term, String label) {
        return step(() -> {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", term);
            xml.writeAttribute("label", label);
        });
    }

    public AtomWriter link(String relation, String type, String target) {
        return step(() -> {
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", relation);
            xml.writeAttribute("type", type);
            xml.writeAttribute("href", target);
        });
    }

    private AtomWriter element(String name, Runnable content) {
        return step(() -> {
            xml.writeStartElement(name);
            content.run();
            xml.writeEndElement();
        });
    }

    private AtomWriter step(Step step) {
        try {
            step.take();
            return this;
        } catch (XMLStreamException impossible) {
            throw unthinkable(impossible);
        }
    }

    private static IllegalStateException unthinkable(XMLStreamException impossible) {
        return new IllegalStateException("A string cannot fail to be written to", impossible);
    }
}
