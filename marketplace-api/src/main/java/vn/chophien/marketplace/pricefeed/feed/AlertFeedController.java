package vn.chophien.marketplace.pricefeed.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.AtomWriter;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PublishedAnswers;
import vn.chophien.marketplace.pricefeed.alert.AlertNews;

/** Changes of alert levels for feed readers: an entry for each publication that changed any. */
@RestController
@RequestMapping("/api/v1/prices")
class AlertFeedController {
    private final AlertNews news;
    private final AtomFeed atom;
    private final FeedAddresses addresses;
    private final PublishedAnswers answers;
    private final Messages messages;

    AlertFeedController(
            AlertNews news, AtomFeed atom, FeedAddresses addresses, PublishedAnswers answers, Messages messages) {
        this.news = news;
        this.atom = atom;
        this.addresses = addresses;
        this.answers = answers;
        this.messages = messages;
    }

    @GetMapping("/alerts.atom")
    Mono<ResponseEntity<String>> atom(
            @RequestParam @Nullable String series,
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String province,
            PriceQuestion question) {
        var about = new AlertNews.About(series, commodity, province);
        return answers.answer(
                question,
                AtomWriter.TYPE,
                (known, language) -> entries(about, known, language)
                        .map(found -> atom.write(found, head("alerts.atom", about, language), language)));
    }

    @GetMapping("/alerts.json")
    Mono<ResponseEntity<JsonFeed>> json(
            @RequestParam @Nullable String series,
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String province,
            PriceQuestion question) {
        var about = new AlertNews.About(series, commodity, province);
        return answers.answer(
                question,
                JsonFeed.TYPE,
                (known, language) -> entries(about, known, language)
                        .map(found -> JsonFeed.of(
                                found, head("alerts.json", about, language), addresses, messages, language)));
    }

    private Mono<List<FeedEntry>> entries(AlertNews.About about, KnownAt known, Language language) {
        return news.latest(about, known, language)
                .map(told ->
                        FeedEntry.of(told.publication(), told.title(), told.lines(), told.about(), messages, language))
                .collectList();
    }

    private FeedHead head(String file, AlertNews.About about, Language language) {
        var query = Stream.of(
                        parameter("series", about.series()),
                        parameter("commodity", about.commodity()),
                        parameter("province", about.province()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return new FeedHead(
                FeedHead.urn("alerts/" + query),
                messages.format(language, "prices.alert.feed.title"),
                messages.format(language, "prices.alert.feed.subtitle"),
                addresses.alertFeed(file, query, language),
                addresses.alerts(language));
    }

    private static @Nullable String parameter(String name, @Nullable String value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
