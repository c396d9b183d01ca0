package vn.chophien.marketplace.pricefeed;

import java.io.Reader;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.pricefeed.forecastdesk.DemonstrationForecasts;

/**
 * Loads prices when a market is set up. Loading adds what is missing: series that exist stay as they are, and a price
 * that is already recorded is not recorded again.
 */
@Component
public class PriceSeriesImport {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SeriesCatalog catalog;
    private final PriceRecord record;
    private final DemonstrationForecasts forecasts;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PriceSeriesImport(
            SeriesCatalog catalog,
            PriceRecord record,
            DemonstrationForecasts forecasts,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.catalog = catalog;
        this.record = record;
        this.forecasts = forecasts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Loads what comes with the software: the World Bank's monthly prices, and invented daily prices of the Central
     * Highlands up to yesterday, labeled as demonstration.
     */
    public Mono<PriceImportReport> loadBundled() {
        return Mono.fromCallable(BundledPrices::new)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(bundled -> {
                    var prices = bundled.demonstration(lastWorkingDay());
                    prices.putAll(bundled.worldBank());
                    return load(bundled.commodities(), bundled.series(), prices, List.of());
                });
    }

    /** Issues forecasts of invented prices, labeled as demonstration; the second time does nothing. */
    public Mono<Void> forecastDemonstration() {
        return forecasts.issue();
    }

    /**
     * Loads a market's own files {@code series.csv} and {@code prices.csv}, which it closes; bad lines are reported and
     * the rest is loaded. The commodities and series that come with the software are there too, but without invented
     * prices.
     */
    public Mono<PriceImportReport> load(Reader seriesFile, Reader pricesFile) {
        return Mono.fromCallable(() -> {
                    var bundled = new BundledPrices();
                    var files = new StatisticsFiles(bundled);
                    files.read(seriesFile, pricesFile);
                    return files;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(files -> load(files.commodities(), files.series(), files.prices(), files.rejections()));
    }

    private Mono<PriceImportReport> load(
            List<Commodity> commodities,
            List<PriceSeries> series,
            Map<SeriesCode, Map<LocalDate, Price>> prices,
            List<PriceImportReport.Rejection> rejections) {
        return record.next()
                .flatMap(vintage -> catalog.add(commodities, series, vintage))
                .then(catalog.all().collect(Collectors.toMap(PriceSeries::code, PriceSeries::id)))
                .map(ids -> entries(ids, prices))
                .flatMap(entries -> record.publish(new Publication.Origin.Import(), entries)
                        .thenReturn(new PriceImportReport(series.size(), entries.size(), rejections)))
                .as(transaction::transactional);
    }

    private static List<Publication.Entry> entries(
            Map<SeriesCode, Integer> ids, Map<SeriesCode, Map<LocalDate, Price>> prices) {
        var entries = new ArrayList<Publication.Entry>();
        prices.forEach((code, days) -> {
            int id = ids.getOrDefault(code, 0);
            days.forEach((day, price) -> entries.add(Publication.Entry.of(id, day, price)));
        });
        return entries;
    }

    /** The last one before today: today's prices are for officers to enter. */
    private LocalDate lastWorkingDay() {
        var day = LocalDate.ofInstant(clock.instant(), VIETNAM).minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }
}
