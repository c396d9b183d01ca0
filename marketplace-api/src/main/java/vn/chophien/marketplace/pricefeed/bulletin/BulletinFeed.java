package vn.chophien.marketplace.pricefeed.bulletin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.AtomWriter;
import vn.chophien.marketplace.pricefeed.PriceFeedSettings;

/** News of bulletins, as Atom and as JSON Feed 1.1: one entry an edition, which leads to its page. */
@Component
class BulletinFeed {
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
                        AtomWriter.seconds(bulletin.publishedAt())))
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
        return AtomWriter.feed(language, atom -> {
            atom.text("id", urn())
                    .text("title", title(language))
                    .instant(
                            "updated",
                            found.isEmpty() ? Instant.EPOCH : found.getFirst().publishedAt())
                    .link("self", "application/atom+xml", address(language, "/feed.atom"))
                    .link("alternate", "text/html", address(language, ""));
            found.forEach(bulletin -> atom.entry(() -> write(atom, bulletin, language)));
        });
    }

    private void write(AtomWriter atom, Bulletin bulletin, Language language) {
        atom.text("id", "urn:uuid:" + bulletin.id())
                .text("title", bulletin.text().title(language))
                .instant("updated", bulletin.publishedAt())
                .instant("published", bulletin.publishedAt())
                .link("alternate", "text/html", page(bulletin, language))
                .author(bulletin.department(language))
                .text("summary", summary(bulletin, language));
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
}
