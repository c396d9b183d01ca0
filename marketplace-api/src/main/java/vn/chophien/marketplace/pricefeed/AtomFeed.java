package vn.chophien.marketplace.pricefeed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/**
 * The latest published prices as an Atom feed (RFC 4287): one entry per series and day. A correction is the same entry
 * with a later update, so a reader shows it as changed and not as another price.
 */
@Component
class AtomFeed {
    private static final int ENTRIES = 100;
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final SeriesTexts texts;
    private final Messages messages;
    private final PriceFeedSettings settings;

    AtomFeed(
            SeriesCatalog catalog,
            Observations observations,
            SeriesTexts texts,
            Messages messages,
            PriceFeedSettings settings) {
        this.catalog = catalog;
        this.observations = observations;
        this.texts = texts;
        this.messages = messages;
        this.settings = settings;
    }

    private record Entry(PriceSeries series, Observation observation) {}

    /** @param commodity the code of the one commodity to tell about, or null for all */
    Mono<String> write(@Nullable String commodity, KnownAt known, Language language) {
        return catalog.all(known.vintage())
                .filter(series -> commodity == null || series.commodity().code().equalsIgnoreCase(commodity))
                .collectMap(PriceSeries::id)
                .flatMap(series -> recent(series, known).map(entries -> write(entries, commodity, language)));
    }

    private Mono<List<Entry>> recent(Map<Integer, PriceSeries> series, KnownAt known) {
        return observations
                .recentlyRecorded(series.keySet(), ENTRIES, known.vintage())
                .<Entry>handle((recorded, sink) -> {
                    var of = series.get(recorded.seriesId());
                    if (of != null) {
                        sink.next(new Entry(of, recorded.observation()));
                    }
                })
                .collectList();
    }

    private String write(List<Entry> entries, @Nullable String commodity, Language language) {
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

    private void writeHead(XMLStreamWriter xml, List<Entry> entries, @Nullable String commodity, Language language)
            throws XMLStreamException {
        var updated = entries.isEmpty()
                ? Instant.EPOCH
                : entries.getFirst().observation().recordedAt();
        var query = commodity == null ? "" : "?commodity=" + commodity;
        element(xml, "id", urn("feed", commodity == null ? "" : commodity));
        element(xml, "title", messages.format(language, "prices.feed.title"));
        element(xml, "subtitle", messages.format(language, "prices.feed.subtitle"));
        element(xml, "updated", updated.toString());
        link(xml, "self", "application/atom+xml", page(language, "/market-prices/feed.atom") + query);
        link(xml, "alternate", "text/html", page(language, "/market-prices"));
        xml.writeStartElement("author");
        element(xml, "name", messages.format(language, "prices.feed.author"));
        xml.writeEndElement();
    }

    private void writeEntry(XMLStreamWriter xml, Entry entry, Language language) throws XMLStreamException {
        var series = entry.series();
        var observation = entry.observation();
        var arguments = Map.of(
                "title", texts.title(series, language),
                "price", figures(observation.price(), language),
                "unit", texts.unit(series, language),
                "date", Formats.of(language).date(observation.validOn()));
        xml.writeStartElement("entry");
        element(xml, "id", urn(series.code().value(), observation.validOn().toString()));
        element(xml, "title", messages.format(language, "prices.feed.entry-title", arguments));
        element(xml, "updated", observation.recordedAt().toString());
        link(xml, "alternate", "text/html", page(language, "/market-prices/series/" + series.code()));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", series.commodity().code());
        xml.writeAttribute("label", series.commodity().name(language));
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(content(entry, arguments, language));
        xml.writeEndElement();
        element(xml, "rights", series.source().licence());
        xml.writeEndElement();
    }

    private String content(Entry entry, Map<String, String> arguments, Language language) {
        var sentence = messages.format(language, "prices.feed.entry", arguments);
        var source = messages.format(
                language,
                "prices.feed.source",
                Map.of("source", entry.series().source().name(language)));
        var note = entry.observation().note();
        return note == null ? sentence + " " + source : sentence + " " + note + " " + source;
    }

    private static String figures(Price price, Language language) {
        var formats = Formats.of(language);
        return price.isRange()
                ? formats.decimal(price.min()) + "–" + formats.decimal(price.max())
                : formats.decimal(price.min());
    }

    /** The same for the same thing on every server and forever, which is what an Atom id promises. */
    private static String urn(String what, String which) {
        var name = "chophien/price/" + what + "/" + which;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String page(Language language, String path) {
        return settings.publicUrl() + (language == Language.VI ? "" : "/" + language.tag()) + path;
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
