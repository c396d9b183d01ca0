package vn.chophien.marketplace.marketfile;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.pricefeed.PriceImportReport;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/**
 * Loads the prices of a market: those of its own files, and invented ones, labeled as such, on the demo market only. Any
 * market gets the series into which officers report.
 */
@Component
class PriceLoading {
    private static final String SERIES = "series.csv";
    private static final String PRICES = "prices.csv";
    private static final List<String> FOLDERS = List.of("", "prices/");
    private static final String NO_SERIES = "series_id,name,commodity,unit,frequency,region,source,licence\n";
    private static final String NO_PRICES = "series_id,date,value\n";

    private final PriceSeriesImport prices;

    PriceLoading(PriceSeriesImport prices) {
        this.prices = prices;
    }

    Mono<Void> load(MarketFolder folder, LoadReport report) {
        var loading = folder.isDemo()
                ? prices.loadBundled()
                        .flatMap(loaded -> prices.forecastDemonstration().thenReturn(loaded))
                : Mono.fromCallable(() -> Files.of(folder, report))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(files -> prices.load(files.series(), files.prices()));
        return loading.doOnNext(loaded -> count(loaded, report)).then();
    }

    private static void count(PriceImportReport loaded, LoadReport report) {
        report.loaded(PRICES, loaded.observations());
        loaded.rejections().forEach(line -> report.refuse(line.file(), line.line(), line.reason()));
    }

    private record Files(Reader series, Reader prices) {
        static Files of(MarketFolder folder, LoadReport report) throws IOException {
            for (var inner : FOLDERS) {
                var series = folder.open(inner + SERIES);
                var prices = folder.open(inner + PRICES);
                if (series.isPresent() && prices.isPresent()) {
                    return new Files(series.get(), prices.get());
                }
                if (series.isPresent()) {
                    series.get().close();
                    report.refuseFile(inner + SERIES, "there is no " + inner + PRICES);
                }
                if (prices.isPresent()) {
                    prices.get().close();
                    report.refuseFile(inner + PRICES, "there is no " + inner + SERIES);
                }
            }
            return new Files(new StringReader(NO_SERIES), new StringReader(NO_PRICES));
        }
    }
}
