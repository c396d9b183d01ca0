package vn.chophien.marketplace.pricefeed.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.Publications;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Status;

/** Tells the latest publications in words. */
@Component
class FeedEntries {
    private static final int PUBLICATIONS = 30;
    private static final int LINES = 40;

    /** To find the first lines of more than these takes longer than a reader waits. */
    private static final int MOST_SEARCHED = 50_000;

    private final Publications publications;
    private final ForecastEntries forecasts;
    private final SeriesCatalog catalog;
    private final SeriesTexts texts;
    private final Messages messages;

    FeedEntries(
            Publications publications,
            ForecastEntries forecasts,
            SeriesCatalog catalog,
            SeriesTexts texts,
            Messages messages) {
        this.publications = publications;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.texts = texts;
        this.messages = messages;
    }

    /** Newest first; those that said something of a commodity if one is given. */
    Mono<List<FeedEntry>> of(@Nullable String commodity, KnownAt known, Language language) {
        return catalog.all(known.vintage())
                .filter(series -> commodity == null || series.commodity().code().equalsIgnoreCase(commodity))
                .collectMap(PriceSeries::id)
                .flatMap(series -> publications
                        .upTo(known.vintage(), PUBLICATIONS)
                        .collectList()
                        .flatMap(found -> Flux.fromIterable(found)
                                .concatMap(one -> entry(one, series, commodity != null, language))
                                .collectList()));
    }

    private Mono<FeedEntry> entry(
            Publication publication, Map<Integer, PriceSeries> series, boolean filtered, Language language) {
        if (publication.isOfForecasts()) {
            return forecasts
                    .of(publication, series, language)
                    .map(told -> entry(publication, told.title(), told.lines(), told.about(), language));
        }
        var size = publication.added() + publication.corrected() + publication.withdrawn();
        Mono<List<Publications.Change>> changes = size > MOST_SEARCHED
                ? Mono.just(List.of())
                : publications
                        .changes(publication.vintage(), filtered ? series.keySet() : null, 0, LocalDate.EPOCH, LINES)
                        .collectList();
        return changes.filter(found -> !filtered || !found.isEmpty())
                .map(found -> entry(publication, found, series, filtered ? 0 : size - found.size(), language));
    }

    private FeedEntry entry(
            Publication publication,
            List<Publications.Change> changes,
            Map<Integer, PriceSeries> series,
            int more,
            Language language) {
        var said = changes.stream()
                .filter(change -> series.containsKey(change.seriesId()))
                .toList();
        var lines = Stream.concat(
                        said.stream().map(change -> line(change, series, language)),
                        more > 0
                                ? Stream.of(messages.format(language, "prices.feed.more", Map.of("count", more)))
                                : Stream.<String>empty())
                .toList();
        var about = said.stream()
                .mapMulti((Publications.Change change, Consumer<PriceSeries> sink) -> {
                    var of = series.get(change.seriesId());
                    if (of != null) {
                        sink.accept(of);
                    }
                })
                .distinct()
                .toList();
        var title = messages.format(
                language,
                "prices.feed.publication",
                Map.of(
                        "time", Formats.of(language).dateTime(publication.publishedAt()),
                        "added", publication.added(),
                        "corrected", publication.corrected(),
                        "withdrawn", publication.withdrawn()));
        return entry(publication, title, lines, about, language);
    }

    private FeedEntry entry(
            Publication publication, String title, List<String> lines, List<PriceSeries> about, Language language) {
        return FeedEntry.of(publication, title, lines, about, messages, language);
    }

    private String line(Publications.Change change, Map<Integer, PriceSeries> known, Language language) {
        var series = Objects.requireNonNull(known.get(change.seriesId()));
        var formats = Formats.of(language);
        var price = change.price();
        var before = change.before();
        var reason = change.remark().reason();
        var arguments = Map.of(
                "title",
                texts.title(series, language),
                "unit",
                texts.unit(series, language),
                "date",
                formats.date(change.validOn()),
                "price",
                price == null ? "" : figures(price, formats),
                "before",
                before == null ? "" : figures(before, formats),
                "reason",
                reason == null ? "" : reason);
        return messages.format(language, "prices.feed.line." + kind(change), arguments);
    }

    private static String kind(Publications.Change change) {
        if (change.status() == Status.WITHDRAWN) {
            return "withdrawn";
        }
        if (change.before() == null) {
            return change.status() == Status.PRELIMINARY ? "preliminary" : "new";
        }
        return change.remark().reason() == null ? "corrected" : "corrected-because";
    }

    private static String figures(Price price, Formats formats) {
        return price.isRange()
                ? formats.decimal(price.min()) + "–" + formats.decimal(price.max())
                : formats.decimal(price.min());
    }
}
