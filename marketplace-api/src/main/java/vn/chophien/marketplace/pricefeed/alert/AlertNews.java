package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.Publications;

/** Tells changes of alert levels, publication by publication, for feeds and webhooks. */
@Component
public class AlertNews {
    private static final int PUBLICATIONS = 30;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final Publications publications;
    private final AlertChanges changes;
    private final AlertTexts texts;
    private final Messages messages;

    AlertNews(Publications publications, AlertChanges changes, AlertTexts texts, Messages messages) {
        this.publications = publications;
        this.changes = changes;
        this.texts = texts;
        this.messages = messages;
    }

    /** What to tell of; null for everything. */
    public record About(
            @Nullable String series,
            @Nullable String commodity,
            @Nullable String province) {
        boolean holds(PriceSeries one) {
            return (series == null || series.equalsIgnoreCase(one.code().value()))
                    && AlertController.isAbout(one, commodity, province);
        }
    }

    /** A publication that changed levels, in words. */
    public record Told(Publication publication, String title, List<String> lines, List<PriceSeries> about) {}

    /** A change as programs read it. */
    public record Changed(String series, String month, String before, String after) {}

    /** Newest first, of the last publications. */
    public Flux<Told> latest(About about, KnownAt known, Language language) {
        return publications
                .upTo(known.vintage(), PUBLICATIONS)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(publication -> changes.of(publication)
                        .map(found -> found.stream()
                                .filter(change -> about.holds(change.series()))
                                .toList())
                        .filter(found -> !found.isEmpty())
                        .map(found -> told(publication, found, language)));
    }

    public Mono<List<Changed>> of(Publication publication) {
        return changes.of(publication)
                .map(found -> found.stream()
                        .map(change -> new Changed(
                                change.series().code().value(),
                                change.month().toString(),
                                change.before().name(),
                                change.after().name()))
                        .toList());
    }

    private Told told(Publication publication, List<AlertChange> found, Language language) {
        return new Told(
                publication,
                messages.format(
                        language,
                        "prices.alert.feed.publication",
                        Map.of(
                                "count",
                                found.size(),
                                "time",
                                Formats.of(language).dateTime(publication.publishedAt()))),
                found.stream().map(change -> line(change, language)).toList(),
                found.stream().map(AlertChange::series).toList());
    }

    private String line(AlertChange change, Language language) {
        return texts.change(
                texts.name(change.series(), language).title(),
                change.before(),
                change.after(),
                month(change.month()),
                language);
    }

    private static String month(YearMonth month) {
        return MONTH.format(month);
    }
}
