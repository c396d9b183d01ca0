package vn.chophien.marketplace.pricefeed.feed;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.AtomWriter;

/** The latest publications as an Atom feed: one entry a publication, under the publication's own id. */
@Component
class AtomFeed {
    private final Messages messages;
    private final FeedAddresses addresses;

    AtomFeed(Messages messages, FeedAddresses addresses) {
        this.messages = messages;
        this.addresses = addresses;
    }

    String write(List<FeedEntry> entries, FeedHead head, Language language) {
        return AtomWriter.feed(language, atom -> {
            atom.text("id", head.id())
                    .text("title", head.title())
                    .text("subtitle", head.subtitle())
                    .instant(
                            "updated",
                            entries.isEmpty()
                                    ? Instant.EPOCH
                                    : entries.getFirst().publishedAt())
                    .link("self", "application/atom+xml", head.self())
                    .link("alternate", "text/html", head.home())
                    .author(messages.format(language, "prices.feed.author"));
            entries.forEach(entry -> atom.entry(() -> write(atom, entry, language)));
        });
    }

    private void write(AtomWriter atom, FeedEntry entry, Language language) {
        var publication = entry.publication();
        atom.text("id", "urn:uuid:" + publication.id())
                .text("title", entry.title())
                .instant("updated", entry.publishedAt())
                .instant("published", entry.publishedAt())
                .link("alternate", "application/json", addresses.publication(publication, language));
        entry.commodities().forEach(commodity -> atom.category(commodity.code(), commodity.name(language)));
        atom.html("content", entry.html());
        if (!entry.rights().isEmpty()) {
            atom.text("rights", entry.rights());
        }
    }
}
