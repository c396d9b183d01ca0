package vn.chophien.marketplace.pricefeed.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.AtomWriter;
import vn.chophien.marketplace.pricefeed.Commodity;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;

/**
 * A publication as feed readers show it.
 *
 * @param html a list of what it said
 * @param text the same for readers that show no markup
 * @param rights the licences of the prices it names
 */
record FeedEntry(
        Publication publication, String title, String html, String text, String rights, List<Commodity> commodities) {

    static FeedEntry of(
            Publication publication,
            String title,
            List<String> lines,
            List<PriceSeries> about,
            Messages messages,
            Language language) {
        return new FeedEntry(
                publication,
                title,
                lines.stream()
                        .map(line -> "<li>" + HtmlUtils.htmlEscape(line, "UTF-8") + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>")),
                lines.isEmpty() ? title : String.join("\n", lines),
                rights(about, messages, language),
                about.stream().map(PriceSeries::commodity).distinct().toList());
    }

    private static String rights(List<PriceSeries> about, Messages messages, Language language) {
        return about.stream()
                .map(series -> messages.format(
                        language,
                        "prices.feed.rights",
                        Map.of(
                                "source", series.source().name(language),
                                "licence", series.source().licence())))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    Instant publishedAt() {
        return AtomWriter.seconds(publication.publishedAt());
    }
}
