package vn.chophien.marketplace.pricefeed.upload;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.desk.DeskEntry;
import vn.chophien.marketplace.pricefeed.desk.EntryDrafting;
import vn.chophien.marketplace.pricefeed.desk.EntryPublishing;
import vn.chophien.marketplace.security.AccountId;

/**
 * Ends a draft: its prices become a set of entries, which a second officer publishes, or they come to nothing. Doing the
 * same again changes nothing.
 */
@Component
class UploadClosing {
    private final UploadRepository uploads;
    private final EntryDrafting drafting;
    private final EntryPublishing publishing;
    private final TransactionalOperator transaction;

    UploadClosing(
            UploadRepository uploads,
            EntryDrafting drafting,
            EntryPublishing publishing,
            TransactionalOperator transaction) {
        this.uploads = uploads;
        this.drafting = drafting;
        this.publishing = publishing;
        this.transaction = transaction;
    }

    /**
     * @param confirming whether the officer stands by all that seems unusual
     * @param reason why published prices are corrected
     */
    Mono<Void> submit(UploadId id, AccountId officer, boolean confirming, @Nullable String reason) {
        return forClosing(id)
                .flatMap(upload -> switch (upload.state()) {
                    case SUBMITTED, PUBLISHED -> Mono.<Void>empty();
                    case DISCARDED -> Mono.<Void>error(() -> new UploadProblem.Closed(upload.state()));
                    case MAPPING -> Mono.<Void>error(() -> new UploadProblem.LayoutIncomplete(gaps(upload)));
                    case DRAFT ->
                        upload.isSubmittable()
                                ? submit(upload, officer, confirming, reason)
                                : Mono.<Void>error(() -> new UploadProblem.HasErrors(upload.errorCount()));
                })
                .as(transaction::transactional);
    }

    Mono<Void> publish(UploadId id, AccountId officer) {
        return forClosing(id)
                .flatMap(upload -> switch (upload.state()) {
                    case PUBLISHED -> Mono.<Void>empty();
                    case DISCARDED -> Mono.<Void>error(() -> new UploadProblem.Closed(upload.state()));
                    case MAPPING -> Mono.<Void>error(() -> new UploadProblem.LayoutIncomplete(gaps(upload)));
                    case DRAFT ->
                        Mono.<Void>error(() -> upload.isSubmittable()
                                ? new UploadProblem.NotSubmitted()
                                : new UploadProblem.HasErrors(upload.errorCount()));
                    case SUBMITTED ->
                        publishing
                                .publish(Objects.requireNonNull(upload.entrySet()), officer)
                                .then();
                })
                .as(transaction::transactional);
    }

    Mono<Void> discard(UploadId id, AccountId officer) {
        return forClosing(id)
                .flatMap(upload -> switch (upload.state()) {
                    case DISCARDED -> Mono.<Void>empty();
                    case PUBLISHED -> Mono.<Void>error(() -> new UploadProblem.Closed(upload.state()));
                    case MAPPING, DRAFT -> uploads.discard(id, officer);
                    case SUBMITTED ->
                        drafting.discard(Objects.requireNonNull(upload.entrySet()), officer)
                                .then();
                })
                .as(transaction::transactional);
    }

    private static List<Layout.Gap> gaps(Upload upload) {
        var layout = upload.layout();
        return layout == null ? List.of() : layout.gaps();
    }

    private Mono<Upload> forClosing(UploadId id) {
        return uploads.findForClosing(id).switchIfEmpty(Mono.error(UploadProblem.NotFound::new));
    }

    private Mono<Void> submit(Upload upload, AccountId officer, boolean confirming, @Nullable String reason) {
        return uploads.rows(upload.id())
                .collectList()
                .flatMap(rows -> drafting.draft(officer, entries(rows)))
                .flatMap(set -> publishing
                        .submit(set.id(), officer, entry -> confirming, reason)
                        .then(Mono.defer(() -> uploads.submit(upload.id(), set.id()))));
    }

    private static List<DeskEntry> entries(List<DraftRow> rows) {
        return rows.stream()
                .filter(DraftRow::hasPrices)
                .map(row -> DeskEntry.of(
                        Objects.requireNonNull(row.series()),
                        Objects.requireNonNull(row.validOn()),
                        Objects.requireNonNull(row.price()),
                        row.note()))
                .toList();
    }
}
