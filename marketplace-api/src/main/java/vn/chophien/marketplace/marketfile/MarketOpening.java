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
import vn.chophien.marketplace.account.DemoAccounts;
import vn.chophien.marketplace.marketfile.MarketLoads.MarketLoad;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerImport;
import vn.chophien.marketplace.seller.Sellers;

/** What happens once before a market opens: it is filled when it is empty, and a local market gets its demo people. */
@Component
class MarketOpening {
    private static final Logger LOG = LoggerFactory.getLogger(MarketOpening.class);
    private static final String DEMO_SHOP = "doi-gio-cu-mgar";

    private final @Nullable String directory;
    private final @Nullable String reportFile;
    private final SellerImport sellerImport;
    private final Sellers sellers;
    private final MarketLoads loads;
    private final MarketLoading loading;
    private final DemoAccounts demoAccounts;
    private final InstantSource clock;

    MarketOpening(
            MarketSettings settings,
            SellerImport sellerImport,
            Sellers sellers,
            MarketLoads loads,
            MarketLoading loading,
            DemoAccounts demoAccounts,
            InstantSource clock) {
        this.directory = settings.directory();
        this.reportFile = settings.report();
        this.sellerImport = sellerImport;
        this.sellers = sellers;
        this.loads = loads;
        this.loading = loading;
        this.demoAccounts = demoAccounts;
        this.clock = clock;
    }

    Mono<Void> open() {
        return fill().then(demoAccounts.open().flatMap(this::giveShop));
    }

    private Mono<Void> fill() {
        if (directory == null || directory.isBlank()) {
            return Mono.empty();
        }
        var folder = new MarketFolder(directory);
        return loads.unfinished(folder.location())
                .switchIfEmpty(Mono.defer(() -> startIfEmpty(folder)))
                .flatMap(load -> load(folder, load));
    }

    private Mono<MarketLoad> startIfEmpty(MarketFolder folder) {
        return sellerImport
                .isEmpty()
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
    private Mono<Void> write(LoadReport report) {
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

    /** The demo seller runs the shop of that name, or else the first of the market. */
    private Mono<Void> giveShop(AccountId account) {
        return sellers.findBySlug(DEMO_SHOP)
                .map(Seller::id)
                .switchIfEmpty(sellerImport.first())
                .flatMap(shop -> sellerImport.makeOwner(shop, account));
    }
}
