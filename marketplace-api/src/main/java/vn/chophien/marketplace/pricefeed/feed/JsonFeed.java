package vn.chophien.marketplace.pricefeed.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Commodity;

/** The latest publications as JSON Feed 1.1. */
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        String description,
        String language,
        List<Author> authors,
        List<Item> items) {
    static final MediaType TYPE = MediaType.parseMediaType("application/feed+json");

    record Author(String name) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            List<String> tags) {}

    static JsonFeed of(
            List<FeedEntry> entries, FeedHead head, FeedAddresses addresses, Messages messages, Language language) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                head.title(),
                head.home(),
                head.self(),
                head.subtitle(),
                language.tag(),
                List.of(new Author(messages.format(language, "prices.feed.author"))),
                entries.stream()
                        .map(entry -> new Item(
                                "urn:uuid:" + entry.publication().id(),
                                addresses.publication(entry.publication(), language),
                                entry.title(),
                                entry.html(),
                                entry.text(),
                                entry.publishedAt(),
                                entry.commodities().stream()
                                        .map(Commodity::code)
                                        .toList()))
                        .toList());
    }
}
