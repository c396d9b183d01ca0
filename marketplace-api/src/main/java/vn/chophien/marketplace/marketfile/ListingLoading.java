package vn.chophien.marketplace.marketfile;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.ListingImport;
import vn.chophien.marketplace.catalog.ListingImport.NewPicture;
import vn.chophien.marketplace.catalog.Pictures;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.certification.OcopCertificates;
import vn.chophien.marketplace.illustration.Illustrator;
import vn.chophien.marketplace.inventory.StockLevels;
import vn.chophien.marketplace.marketfile.ProductLine.Product;

/** Stores listings in batches, each with stock, certificates and pictures in one transaction. */
@Component
class ListingLoading {
    private static final int BATCH = 200;

    private final ListingImport listings;
    private final StockLevels stock;
    private final OcopCertificates certificates;
    private final TransactionalOperator transaction;
    private final Illustrator illustrator;
    private final Pictures pictures;

    ListingLoading(
            ListingImport listings,
            StockLevels stock,
            OcopCertificates certificates,
            TransactionalOperator transaction,
            Illustrator illustrator,
            Pictures pictures) {
        this.listings = listings;
        this.stock = stock;
        this.certificates = certificates;
        this.transaction = transaction;
        this.illustrator = illustrator;
        this.pictures = pictures;
    }

    Mono<Void> load(Flux<Product> products, LoadReport report) {
        return Mono.defer(() -> {
            var illustrations = new ListingIllustrations(illustrator, pictures);
            return products.buffer(BATCH)
                    .concatMap(batch -> store(batch, illustrations, report), 1)
                    .then();
        });
    }

    private Mono<Void> store(List<Product> batch, ListingIllustrations illustrations, LoadReport report) {
        return illustrations
                .of(batch.stream().map(Product::listing).toList())
                .collectList()
                .flatMap(drawn -> LineStoring.store(batch, Product::line, lines -> insert(lines, drawn), report));
    }

    private Mono<Void> insert(List<Product> batch, List<NewPicture> drawn) {
        return listings.add(batch.stream().map(Product::listing).toList())
                .flatMap(added -> stock.initialise(stockOf(batch, added))
                        .then(certificates.add(batch.stream()
                                .filter(product ->
                                        added.contains(product.listing().id()))
                                .map(Product::certificate)
                                .filter(Objects::nonNull)
                                .toList()))
                        .then(listings.addIllustrations(drawn.stream()
                                .filter(picture -> added.contains(picture.listing()))
                                .toList())))
                .as(transaction::transactional);
    }

    private static HashMap<VariantId, Integer> stockOf(List<Product> batch, Set<ListingId> added) {
        var stock = new HashMap<VariantId, Integer>();
        batch.stream()
                .filter(product -> added.contains(product.listing().id()))
                .forEach(product -> stock.putAll(product.stock()));
        return stock;
    }
}
