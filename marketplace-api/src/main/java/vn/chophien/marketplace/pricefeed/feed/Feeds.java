package vn.chophien.marketplace.pricefeed.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;

/** The same entries in the form a reader wants. */
@Component
class Feeds {
    private final FeedEntries entries;
    private final AtomFeed atom;
    private final FeedAddresses addresses;
    private final Messages messages;

    Feeds(FeedEntries entries, AtomFeed atom, FeedAddresses addresses, Messages messages) {
        this.entries = entries;
        this.atom = atom;
        this.addresses = addresses;
        this.messages = messages;
    }

    Mono<String> atom(@Nullable String commodity, KnownAt known, Language language) {
        return entries.of(commodity, known, language)
                .map(found -> atom.write(found, head("feed.atom", commodity, language), language));
    }

    Mono<JsonFeed> json(@Nullable String commodity, KnownAt known, Language language) {
        return entries.of(commodity, known, language)
                .map(found ->
                        JsonFeed.of(found, head("feed.json", commodity, language), addresses, messages, language));
    }

    private FeedHead head(String file, @Nullable String commodity, Language language) {
        return new FeedHead(
                FeedHead.urn(commodity == null ? "" : commodity),
                messages.format(language, "prices.feed.title"),
                messages.format(language, "prices.feed.subtitle"),
                addresses.feed(file, commodity, language),
                addresses.board(language));
    }
}
