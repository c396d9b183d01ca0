package vn.chophien.marketplace.pricefeed.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.FoldedText;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Finds what is public for a day, to correct or withdraw it. */
@RestController
@RequestMapping("/api/v1/prices/published-prices")
class PublishedPriceController {
    private final SeriesCatalog catalog;
    private final Observations observations;
    private final SeriesTexts texts;
    private final InstantSource clock;

    PublishedPriceController(SeriesCatalog catalog, Observations observations, SeriesTexts texts, InstantSource clock) {
        this.catalog = catalog;
        this.observations = observations;
        this.texts = texts;
        this.clock = clock;
    }

    record PublishedPrice(
            EntrySetResource.SeriesName series,
            LocalDate date,
            Status status,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            String unitLabel,
            @Nullable String note,
            @Nullable String reason,
            Instant publishedAt) {}

    /**
     * The prices of a day, in the order of the board.
     *
     * @param query words of the series' name in either language, with or without marks, or its code
     * @param date today when left away
     */
    @GetMapping
    Mono<PageResponse<PublishedPrice>> search(
            @RequestParam(name = "q") @Nullable String query,
            @RequestParam @Nullable LocalDate date,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        var day = Objects.requireNonNullElseGet(date, () -> LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM));
        var after = cursor == null ? null : after(cursor);
        return catalog.all()
                .filter(series -> isMeant(series, query == null ? "" : query))
                .collectList()
                .flatMap(series -> on(day, series).map(found -> page(series, found, after, size, language)));
    }

    private Mono<Map<Integer, Observation>> on(LocalDate day, List<PriceSeries> series) {
        return observations
                .around(
                        series.stream().map(PriceSeries::id).toList(),
                        series.stream().map(one -> day).toList())
                .filter(found -> found.observation().validOn().equals(day))
                .collect(HashMap::new, (all, found) -> all.put(found.seriesId(), found.observation()));
    }

    private PageResponse<PublishedPrice> page(
            List<PriceSeries> series,
            Map<Integer, Observation> found,
            @Nullable String after,
            int size,
            Language language) {
        var codes = series.stream().map(one -> one.code().value()).toList();
        var there = series.stream()
                .skip(after == null ? 0 : codes.indexOf(after) + 1L)
                .filter(one -> found.containsKey(one.id()))
                .limit(size + 1L)
                .toList();
        var shown = there.subList(0, Math.min(size, there.size()));
        return new PageResponse<>(
                shown.stream()
                        .map(one -> published(one, Objects.requireNonNull(found.get(one.id())), language))
                        .toList(),
                there.size() > size ? Cursor.encode(shown.getLast().code().value()) : null,
                null);
    }

    private PublishedPrice published(PriceSeries series, Observation observation, Language language) {
        var price = observation.price();
        return new PublishedPrice(
                EntrySetResource.SeriesName.of(series, texts, language),
                observation.validOn(),
                observation.status(),
                price.middle(),
                price.isRange() ? price.min() : null,
                price.isRange() ? price.max() : null,
                texts.unit(series, language),
                observation.remark().note(),
                observation.remark().reason(),
                observation.recordedAt());
    }

    private boolean isMeant(PriceSeries series, String query) {
        if (series.code().value().equalsIgnoreCase(query.strip())) {
            return true;
        }
        var words = " "
                + FoldedText.fold(texts.title(series, Language.VI) + " " + texts.title(series, Language.EN) + " "
                        + series.code());
        return Stream.of(FoldedText.fold(query).split(" ")).allMatch(word -> words.contains(" " + word));
    }

    private static String after(String cursor) {
        var parts = Cursor.decode(cursor);
        if (parts.size() != 1) {
            throw Cursor.invalid();
        }
        return parts.getFirst();
    }
}
