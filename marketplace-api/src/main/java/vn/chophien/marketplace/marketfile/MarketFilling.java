package vn.chophien.marketplace.marketfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.marketfile.MarketLoads.MarketLoad;
import vn.chophien.marketplace.seller.SellerImport;

/** Loads the market of the settings while there is no shop, and takes an interrupted load up again. */
@Component
class MarketFilling {
    private static final Logger LOG = LoggerFactory.getLogger(MarketFilling.class);

    private final @Nullable String directory;
    private final @Nullable String reportFile;
    private final SellerImport sellers;
    private final MarketLoads loads;
    private final MarketLoading loading;
    private final InstantSource clock;

    MarketFilling(
            MarketSettings settings,
            SellerImport sellers,
            MarketLoads loads,
            MarketLoading loading,
            InstantSource clock) {
        this.directory = settings.directory();
        this.reportFile = settings.report();
        this.sellers = sellers;
        this.loads = loads;
        this.loading = loading;
        this.clock = clock;
    }

    Mono<Void> fill() {
        if (directory == null || directory.isBlank()) {
            return Mono.empty();
        }
        var folder = new MarketFolder(directory);
        return loads.unfinished(folder.location())
                .switchIfEmpty(Mono.defer(() -> startIfEmpty(folder)))
                .flatMap(load -> load(folder, load));
    }

    private Mono<MarketLoad> startIfEmpty(MarketFolder folder) {
        return sellers.isEmpty()
                .filter(empty -> empty)
                .flatMap(empty -> loads.start(folder.location(), clock.instant()));
    }

    private Mono<Void> load(MarketFolder folder, MarketLoad load) {
        LOG.info("Loading the market from {}", folder.location());
        return loading.load(folder, load.startedAt())
                .doOnNext(report -> LOG.info("The market is loaded: {}", report.summary()))
                .flatMap(report -> write(report).then(loads.finish(load, report, clock.instant())));
    }

    /** The log names the same lines, so a report that cannot be written does not stop the market. */
    Mono<Void> write(LoadReport report) {
        if (reportFile == null || reportFile.isBlank()) {
            return Mono.empty();
        }
        var file = Path.of(reportFile);
        return Mono.fromCallable(() -> Files.write(file, report.lines()))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(IOException.class, failure -> LOG.warn("The report {} cannot be written", file, failure))
                .onErrorComplete(IOException.class)
                .then();
    }
}
