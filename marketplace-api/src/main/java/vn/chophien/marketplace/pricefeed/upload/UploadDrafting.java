package vn.chophien.marketplace.pricefeed.upload;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.place.Province;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.desk.SeriesBands;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Reads an officer's file into a draft: what it would publish, and what is wrong or unusual with it. */
@Component
class UploadDrafting {
    private static final int HEADING_WITHIN = 30;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final UploadRepository uploads;
    private final LayoutRepository layouts;
    private final SeriesBands bands;
    private final Places places;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    UploadDrafting(
            SeriesCatalog catalog,
            Observations observations,
            UploadRepository uploads,
            LayoutRepository layouts,
            SeriesBands bands,
            Places places,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.catalog = catalog;
        this.observations = observations;
        this.uploads = uploads;
        this.layouts = layouts;
        this.bands = bands;
        this.places = places;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The new upload: a draft when its columns explain themselves or meant something the last time, else one whose columns
     * the officer has to explain. Fails with {@link UploadProblem.Unreadable} when nothing in it reminds of prices.
     */
    Mono<Upload> draft(AccountId officer, @Nullable String fileName, byte[] file) {
        return chewed(() -> TableLines.read(file))
                .flatMap(lines -> draft(officer, fileName, lines).as(transaction::transactional));
    }

    private Mono<Upload> draft(AccountId officer, @Nullable String fileName, TableLines lines) {
        return directory()
                .flatMap(directory -> layout(lines, directory, fileName)
                        .flatMap(found -> found.settled()
                                ? read(officer, fileName, lines, found.layout(), found.explained(), directory)
                                        .flatMap(read -> uploads.insert(read.upload(), lines, read.rows())
                                                .thenReturn(read.upload()))
                                : unexplained(officer, fileName, lines, found.layout())));
    }

    /** Reads an upload anew along what the officer says of its columns, and remembers that for tables of this shape. */
    Mono<Upload> explain(UploadId id, AccountId officer, @Nullable String ifMatch, Layout layout) {
        return uploads.findForClosing(id)
                .switchIfEmpty(Mono.error(UploadProblem.NotFound::new))
                .flatMap(upload -> {
                    EntityTags.requireMatch(ifMatch, upload.version());
                    if (!upload.isOpen()) {
                        return Mono.error(() -> new UploadProblem.Closed(upload.state()));
                    }
                    var gaps = layout.gaps();
                    return gaps.isEmpty()
                            ? explain(upload, officer, layout)
                            : Mono.<Upload>error(() -> new UploadProblem.LayoutIncomplete(gaps));
                })
                .as(transaction::transactional);
    }

    private Mono<Upload> explain(Upload upload, AccountId officer, Layout layout) {
        return uploads.lines(upload.id())
                .switchIfEmpty(Mono.error(() -> new UploadProblem.Closed(upload.state())))
                .flatMap(lines -> directory()
                        .flatMap(directory -> read(officer, upload.fileName(), lines, layout, true, directory))
                        .flatMap(read -> {
                            var explained = upload.explained(read.upload());
                            return uploads.replace(explained, read.rows())
                                    .then(Mono.defer(() -> layouts.remember(
                                            layout.shape(lines), layout.rememberable(), officer, clock.instant())))
                                    .thenReturn(explained);
                        }));
    }

    /** What the columns below a heading line could mean. */
    Mono<Layout> proposal(Upload upload, int headingLine) {
        return uploads.lines(upload.id())
                .switchIfEmpty(Mono.error(UploadProblem.NotFound::new))
                .flatMap(lines -> directory()
                        .flatMap(directory -> Mono.justOrEmpty(lines.line(headingLine)
                                .map(line -> new LayoutProposal(lines, directory).under(line, upload.fileName())))))
                .switchIfEmpty(Mono.error(() -> RequestProblem.invalid(new FieldProblem("heading_line", "invalid"))));
    }

    /** A megabyte of cells is more than an event loop should chew at once. */
    private static <T> Mono<T> chewed(Callable<T> reading) {
        return Mono.fromCallable(reading)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(UnreadableFile.class, UploadProblem.Unreadable::new);
    }

    private Mono<SeriesDirectory> directory() {
        return catalog.all()
                .collectList()
                .map(series -> new SeriesDirectory(
                        series, name -> places.provinceNamed(name).map(Province::code), places.formerPlaces()));
    }

    /**
     * @param settled whether nobody has to look at it first
     * @param explained whether an officer said so, today or another day
     */
    private record Found(Layout layout, boolean settled, boolean explained) {}

    private Mono<Found> layout(TableLines lines, SeriesDirectory directory, @Nullable String fileName) {
        Layout plain;
        try {
            plain = PriceTable.plain(lines);
        } catch (UnreadableFile unexplained) {
            return remembered(lines, directory, fileName)
                    .map(layout -> new Found(layout, layout.gaps().isEmpty(), true))
                    .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(new LayoutProposal(lines, directory)
                            .propose(fileName)
                            .map(layout -> new Found(layout, false, false)))))
                    .switchIfEmpty(Mono.error(() -> new UploadProblem.Unreadable(unexplained)));
        }
        return Mono.just(new Found(plain, true, false));
    }

    /** What columns under one of these headings meant before; the day is always of this table. */
    private Mono<Layout> remembered(TableLines lines, SeriesDirectory directory, @Nullable String fileName) {
        var shapes = new LinkedHashMap<String, TableLines.Line>();
        for (var line : lines.lines().stream().limit(HEADING_WITHIN).toList()) {
            if (!line.isBlank()) {
                shapes.putIfAbsent(Layout.shape(lines, line.number(), false), line);
                shapes.putIfAbsent(Layout.shape(lines, line.number(), true), line);
            }
        }
        return layouts.find(List.copyOf(shapes.keySet())).map(found -> {
            var line = Objects.requireNonNull(shapes.get(found.shape()));
            var today =
                    new LayoutProposal(lines, directory).under(line, fileName).fixed();
            var fixed = new EnumMap<UploadColumn, String>(UploadColumn.class);
            fixed.putAll(found.layout().fixed());
            Stream.of(UploadColumn.DATE, UploadColumn.UNIT)
                    .filter(column ->
                            !found.layout().columns().stream().anyMatch(meaning -> meaning.use().column == column))
                    .forEach(column -> {
                        var text = today.get(column);
                        if (text != null) {
                            fixed.put(column, text);
                        }
                    });
            return new Layout(line.number(), found.layout().columns(), fixed);
        });
    }

    private Mono<Upload> unexplained(AccountId officer, @Nullable String fileName, TableLines lines, Layout proposal) {
        var upload = Upload.unexplained(officer, fileName, lines.workbook(), proposal, clock.instant());
        return uploads.insert(upload, lines, List.of()).thenReturn(upload);
    }

    private record Read(Upload upload, List<DraftRow> rows) {}

    private Mono<Read> read(
            AccountId officer,
            @Nullable String fileName,
            TableLines lines,
            Layout layout,
            boolean explained,
            SeriesDirectory directory) {
        var now = clock.instant();
        return chewed(() -> PriceTable.of(lines, layout, explained)).flatMap(table -> {
            var reading = new UploadReading(table, layout.headingLine(), directory, LocalDate.ofInstant(now, VIETNAM));
            return history(reading)
                    .map(reading::rows)
                    .map(rows -> new Read(
                            Upload.draft(officer, fileName, lines.workbook(), layout, columns(table), rows, now),
                            rows));
        });
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
                                recorded.observation().price()))
                .flatMap(history -> bands.of(ids.stream().distinct().toList())
                        .doOnNext(history::addBands)
                        .thenReturn(history));
    }

    private static Map<String, String> columns(PriceTable table) {
        return table.headings().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().key(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
