package vn.chophien.marketplace.marketfile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.CatalogRules;
import vn.chophien.marketplace.catalog.Categories;
import vn.chophien.marketplace.certification.OcopCertificates;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.SellerImport;

/** Loads the files of a market in the order in which they refer to each other. */
@Component
class MarketLoading {
    static final String COOPERATIVES = "cooperatives.jsonl";
    static final String CATEGORIES = "categories.jsonl";
    static final String PRODUCTS = "products.jsonl";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SellerImport sellers;
    private final Categories categories;
    private final CatalogRules rules;
    private final OcopCertificates certificates;
    private final Origins origins;
    private final ListingLoading listings;
    private final FeedbackLoading feedback;
    private final PriceLoading prices;

    MarketLoading(
            SellerImport sellers,
            Categories categories,
            CatalogRules rules,
            OcopCertificates certificates,
            Places places,
            ListingLoading listings,
            FeedbackLoading feedback,
            PriceLoading prices) {
        this.sellers = sellers;
        this.categories = categories;
        this.rules = rules;
        this.certificates = certificates;
        this.origins = new Origins(places);
        this.listings = listings;
        this.feedback = feedback;
        this.prices = prices;
    }

    /** @param loadedAt the time of the load; the same when an interrupted one is taken up again */
    Mono<LoadReport> load(MarketFolder folder, Instant loadedAt) {
        return Mono.defer(() -> {
            var report = new LoadReport();
            return loadCategories(folder, report)
                    .flatMap(paths -> loadSellers(folder, report)
                            .then(sellers.idsBySlug())
                            .flatMap(shops -> loadListings(folder, paths, shops, loadedAt, report)))
                    .then(feedback.load(folder, report))
                    .then(prices.load(folder, report))
                    .thenReturn(report);
        });
    }

    private Mono<Set<String>> loadCategories(MarketFolder folder, LoadReport report) {
        return Mono.defer(() -> {
            var known = new HashSet<String>();
            return parsed(folder, CATEGORIES, line -> CategoryLine.parse(LineFields.of(line), known), report::refuse)
                    .doOnNext(category -> known.add(category.item().path()))
                    .concatMap(category -> stored(category, categories.save(category.item()), report), 1)
                    .then(Mono.just(known));
        });
    }

    private Mono<Void> loadSellers(MarketFolder folder, LoadReport report) {
        return Mono.defer(() -> {
            var known = new HashSet<String>();
            return parsed(
                            folder,
                            COOPERATIVES,
                            line -> CooperativeLine.parse(LineFields.of(line), known, origins),
                            report::refuse)
                    .doOnNext(seller -> known.add(seller.item().slug()))
                    .concatMap(seller -> stored(seller, sellers.add(seller.item()), report), 1)
                    .then();
        });
    }

    private Mono<Void> loadListings(
            MarketFolder folder, Set<String> paths, Map<String, SellerId> shops, Instant loadedAt, LoadReport report) {
        return Mono.zip(
                        rules.vatClasses(LocalDate.ofInstant(loadedAt, VIETNAM)),
                        certificates.rules().collectList())
                .flatMap(found -> {
                    var parser = new ProductLine(shops, paths, origins, found.getT1(), found.getT2(), loadedAt);
                    var products = parsed(folder, PRODUCTS, parser::parse, report::refuse)
                            .map(Parsed::item);
                    return listings.load(products, report);
                });
    }

    /** The lines that can be read, in order; the others are reported. */
    static <T> Flux<Parsed<T>> parsed(
            MarketFolder folder, String file, Function<Line, T> parse, BiConsumer<Line, String> refuse) {
        return LineSource.lines(folder, file).handle((line, sink) -> {
            try {
                sink.next(new Parsed<>(line, parse.apply(line)));
            } catch (BadLineException bad) {
                refuse.accept(line, bad.reason());
            }
        });
    }

    /** Counts a line as loaded, or reports it when the database refuses it. */
    static Mono<Void> stored(Parsed<?> parsed, Mono<Void> storing, LoadReport report) {
        return LineStoring.store(List.of(parsed), Parsed::line, one -> storing, report);
    }

    /** What a line says. */
    record Parsed<T>(Line line, T item) {}
}
