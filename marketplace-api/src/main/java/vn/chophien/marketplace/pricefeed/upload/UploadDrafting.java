package vn.chophien.marketplace.pricefeed.upload;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.place.Province;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.security.AccountId;

/** Reads an officer's file into a draft: what it would publish, and what is wrong or unusual with it. */
@Component
class UploadDrafting {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final UploadRepository uploads;
    private final Places places;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    UploadDrafting(
            SeriesCatalog catalog,
            Observations observations,
            UploadRepository uploads,
            Places places,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.catalog = catalog;
        this.observations = observations;
        this.uploads = uploads;
        this.places = places;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The new draft; fails with {@link UploadProblem.Unreadable} when not one row can be read. */
    Mono<Upload> draft(AccountId officer, @Nullable String fileName, byte[] file) {
        return Mono.fromCallable(() -> PriceTable.read(file))
                // A megabyte of cells is more than an event loop should chew at once.
                .subscribeOn(Schedulers.parallel())
                .onErrorMap(UnreadableFile.class, UploadProblem.Unreadable::new)
                .flatMap(table -> draft(officer, fileName, table));
    }

    private Mono<Upload> draft(AccountId officer, @Nullable String fileName, PriceTable table) {
        var now = clock.instant();
        return catalog.all()
                .collectList()
                .map(series -> new UploadReading(
                        table,
                        new SeriesDirectory(
                                series, name -> places.provinceNamed(name).map(Province::code)),
                        LocalDate.ofInstant(now, VIETNAM)))
                .flatMap(reading -> history(reading).map(reading::rows))
                .flatMap(rows -> {
                    var upload = Upload.draft(officer, fileName, columns(table), rows, now);
                    return uploads.insert(upload, rows).thenReturn(upload);
                })
                .as(transaction::transactional);
    }

    private Mono<PriceHistory> history(UploadReading reading) {
        var known = reading.subjects().stream()
                .filter(UploadReading.Subject::isKnown)
                .toList();
        var ids = known.stream()
                .map(subject -> Objects.requireNonNull(subject.series()).id())
                .toList();
        var days = known.stream()
                .map(subject -> Objects.requireNonNull(subject.validOn()))
                .toList();
        return observations
                .around(ids, days)
                .collect(
                        PriceHistory::new,
                        (history, recorded) -> history.addPublished(
                                recorded.seriesId(),
                                recorded.observation().validOn(),
                                recorded.observation().price()));
    }

    private static Map<String, String> columns(PriceTable table) {
        return table.headings().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().key(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
