package vn.chophien.marketplace.pricefeed.upload;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.PriceRecord;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.security.AccountId;

/** Ends a draft: all its prices become public at once, or none ever do. Doing the same again changes nothing. */
@Component
class UploadClosing {
    private final UploadRepository uploads;
    private final SeriesCatalog catalog;
    private final PriceRecord record;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    UploadClosing(
            UploadRepository uploads,
            SeriesCatalog catalog,
            PriceRecord record,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.uploads = uploads;
        this.catalog = catalog;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> publish(UploadId id, AccountId officer) {
        return uploads.findForClosing(id)
                .switchIfEmpty(Mono.error(UploadProblem.NotFound::new))
                .flatMap(upload -> switch (upload.state()) {
                    case PUBLISHED -> Mono.<Void>empty();
                    case DISCARDED -> Mono.<Void>error(() -> new UploadProblem.Closed(upload.state()));
                    case DRAFT ->
                        upload.isPublishable()
                                ? publish(upload, officer)
                                : Mono.<Void>error(() -> new UploadProblem.HasErrors(upload.errorCount()));
                })
                .as(transaction::transactional);
    }

    Mono<Void> discard(UploadId id, AccountId officer) {
        return uploads.findForClosing(id)
                .switchIfEmpty(Mono.error(UploadProblem.NotFound::new))
                .flatMap(upload -> switch (upload.state()) {
                    case DISCARDED -> Mono.<Void>empty();
                    case PUBLISHED -> Mono.<Void>error(() -> new UploadProblem.Closed(upload.state()));
                    case DRAFT -> uploads.close(id, Upload.State.DISCARDED, officer, clock.instant());
                })
                .as(transaction::transactional);
    }

    private Mono<Void> publish(Upload upload, AccountId officer) {
        return catalog.all()
                .collectMap(PriceSeries::id)
                .flatMap(series -> uploads.rows(upload.id(), series).collectList())
                .flatMap(rows ->
                        record.publish(new Publication.Origin.Upload(upload.id().value(), officer), entries(rows)))
                .flatMap(publication ->
                        uploads.close(upload.id(), Upload.State.PUBLISHED, officer, publication.publishedAt()));
    }

    private static List<Publication.Entry> entries(List<DraftRow> rows) {
        return rows.stream()
                .filter(DraftRow::hasPrices)
                .map(row -> new Publication.Entry(
                        Objects.requireNonNull(row.series()).id(),
                        Objects.requireNonNull(row.validOn()),
                        Objects.requireNonNull(row.price()),
                        row.note()))
                .toList();
    }
}
