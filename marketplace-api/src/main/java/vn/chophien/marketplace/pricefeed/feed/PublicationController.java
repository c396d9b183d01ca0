package vn.chophien.marketplace.pricefeed.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.AtomWriter;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.Publications;
import vn.chophien.marketplace.pricefeed.PublishedAnswers;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecasts;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** What has been published, for readers that come and ask. */
@RestController
@RequestMapping("/api/v1/prices")
class PublicationController {
    private final Publications publications;
    private final SeriesCatalog catalog;
    private final IssuedForecasts forecasts;
    private final Feeds feeds;
    private final PublishedAnswers answers;

    PublicationController(
            Publications publications,
            SeriesCatalog catalog,
            IssuedForecasts forecasts,
            Feeds feeds,
            PublishedAnswers answers) {
        this.publications = publications;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.feeds = feeds;
        this.answers = answers;
    }

    record PublicationResource(
            String id, int vintage, Instant publishedAt, int added, int corrected, int withdrawn, int forecasts) {
        static PublicationResource of(Publication one) {
            return new PublicationResource(
                    one.id().toString(),
                    one.vintage(),
                    one.publishedAt(),
                    one.added(),
                    one.corrected(),
                    one.withdrawn(),
                    one.forecasts());
        }
    }

    /** A forecast that a publication issued, to be read as a forecast of its series. */
    record NamedForecast(String series, int number) {}

    /** A publication with a page of what it said of prices, or with the forecasts that it issued. */
    record ChangesResource(
            PublicationResource publication,
            List<ChangeResource> items,
            List<NamedForecast> forecasts,
            @Nullable String nextCursor) {}

    /** Newest first. */
    @GetMapping("/publications")
    Mono<ResponseEntity<PageResponse<PublicationResource>>> list(
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var before = cursor == null ? Integer.MAX_VALUE : Cursor.number(cursor);
        return answers.json(
                question,
                (known, _) -> publications
                        .upTo(Math.min(known.vintage(), before - 1), size + 1)
                        .map(PublicationResource::of)
                        .collectList()
                        .map(found -> PageResponse.cut(found, size, one -> Cursor.encode(one.vintage()))));
    }

    /** What a publication said never changes, whatever later ones say. */
    @GetMapping("/publications/{id}")
    Mono<ResponseEntity<ChangesResource>> changes(
            @PathVariable String id,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "100") int pageSize,
            Language language,
            ServerWebExchange exchange) {
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? Position.START : Position.parse(cursor);
        return publications
                .find(publicationId(id))
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(publication -> answers.json(
                        new PriceQuestion(id, language, exchange),
                        (known, _) -> catalog.all(known.vintage())
                                .collectMap(PriceSeries::id)
                                .flatMap(series -> publications
                                        .changes(publication.vintage(), null, after.series(), after.day(), size + 1)
                                        .collectList()
                                        .zipWhen(
                                                found -> issued(publication, series),
                                                (found, issued) -> new ChangesResource(
                                                        PublicationResource.of(publication),
                                                        found.stream()
                                                                .limit(size)
                                                                .map(change -> ChangeResource.of(change, series))
                                                                .toList(),
                                                        issued,
                                                        found.size() <= size
                                                                ? null
                                                                : Position.of(found.get(size - 1)))))));
    }

    private Mono<List<NamedForecast>> issued(Publication publication, Map<Integer, PriceSeries> series) {
        return publication.isOfForecasts()
                ? forecasts
                        .ofVintage(publication.vintage())
                        .map(one -> new NamedForecast(
                                Objects.requireNonNull(series.get(one.seriesId()))
                                        .code()
                                        .value(),
                                one.number()))
                        .collectList()
                : Mono.just(List.of());
    }

    @GetMapping("/feed.atom")
    Mono<ResponseEntity<String>> atom(@RequestParam @Nullable String commodity, PriceQuestion question) {
        return answers.answer(question, AtomWriter.TYPE, (known, language) -> feeds.atom(commodity, known, language));
    }

    @GetMapping("/feed.json")
    Mono<ResponseEntity<JsonFeed>> json(@RequestParam @Nullable String commodity, PriceQuestion question) {
        return answers.answer(question, JsonFeed.TYPE, (known, language) -> feeds.json(commodity, known, language));
    }

    private static UUID publicationId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException foreign) {
            throw RequestProblem.notFound();
        }
    }

    /** Where a page of changes ends. */
    private record Position(int series, LocalDate day) {
        static final Position START = new Position(0, LocalDate.EPOCH);

        static String of(Publications.Change change) {
            return Cursor.encode(
                    Integer.toString(change.seriesId()), change.validOn().toString());
        }

        static Position parse(String cursor) {
            var parts = Cursor.decode(cursor);
            try {
                return new Position(Integer.parseInt(parts.getFirst()), LocalDate.parse(parts.getLast()));
            } catch (NumberFormatException | DateTimeException foreign) {
                throw Cursor.invalid();
            }
        }
    }
}
