package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate.Obstacle;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecasts;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;
import vn.chophien.marketplace.security.AccountId;

/** Makes drafts from the record as it is now, of series that pass the gate. */
@Component
class ForecastDrafting {
    /** As many as an officer waits for. */
    static final int MOST_AT_ONCE = 24;

    private final DraftRepository drafts;
    private final IssuedForecasts issued;
    private final SeriesHistories histories;
    private final ForecastComputing computing;
    private final Vintages vintages;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ForecastDrafting(
            DraftRepository drafts,
            IssuedForecasts issued,
            SeriesHistories histories,
            ForecastComputing computing,
            Vintages vintages,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.drafts = drafts;
        this.issued = issued;
        this.histories = histories;
        this.computing = computing;
        this.vintages = vintages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a series for which a draft was wanted. */
    sealed interface Outcome {
        PriceSeries series();

        record Drafted(PriceSeries series, ForecastDraft draft) implements Outcome {}

        /** The gate bars it. */
        record Refused(PriceSeries series, Obstacle obstacle) implements Outcome {}

        /** Somebody works on one. */
        record Open(PriceSeries series) implements Outcome {}

        /** The newest forecast has seen the last price already. */
        record UpToDate(PriceSeries series) implements Outcome {}
    }

    /** @param remaining series that were not looked at: another request goes on with them */
    record Report(List<Outcome> outcomes, int remaining) {}

    /** A draft of each of these series, whether or not one was issued since its last price. */
    Mono<Report> draft(AccountId officer, List<PriceSeries> wanted, @Nullable Integer horizon) {
        return vintages.latest()
                .flatMap(known -> Flux.fromIterable(wanted)
                        .concatMap(series -> draft(officer, series, horizon, known))
                        .collectList()
                        .map(outcomes -> new Report(outcomes, 0)));
    }

    /** Drafts of all series with news since their last forecast, a bounded number at a time. */
    Mono<Report> draftDue(AccountId officer, List<PriceSeries> all) {
        return vintages.latest()
                .zipWith(drafts.openSeries().collect(HashSet<Integer>::new, Set::add))
                .flatMap(start -> draftDue(officer, all, start.getT1(), start.getT2()));
    }

    private Mono<Report> draftDue(AccountId officer, List<PriceSeries> all, KnownAt known, Set<Integer> open) {
        var waiting = all.stream().filter(series -> !open.contains(series.id())).toList();
        return Flux.fromIterable(waiting)
                .concatMap(series -> due(officer, series, known))
                .takeUntil(enough())
                .collectList()
                .map(outcomes -> new Report(outcomes, waiting.size() - outcomes.size()));
    }

    private static Predicate<Outcome> enough() {
        var drafted = new AtomicInteger();
        return outcome -> outcome instanceof Outcome.Drafted && drafted.incrementAndGet() >= MOST_AT_ONCE;
    }

    private Mono<Outcome> due(AccountId officer, PriceSeries series, KnownAt known) {
        return histories
                .of(series, known)
                .flatMap(history -> issued.newest(series.id(), known.vintage())
                        .filter(newest -> !newest.content().origin().isBefore(history.last()))
                        .<Outcome>map(newest -> new Outcome.UpToDate(series))
                        .switchIfEmpty(Mono.defer(() -> draft(officer, series, history, null, known))))
                .switchIfEmpty(Mono.fromSupplier(() -> nothingYet(series)));
    }

    private Mono<Outcome> draft(AccountId officer, PriceSeries series, @Nullable Integer horizon, KnownAt known) {
        return histories
                .of(series, known)
                .flatMap(history -> draft(officer, series, history, horizon, known))
                .switchIfEmpty(Mono.fromSupplier(() -> nothingYet(series)));
    }

    private Mono<Outcome> draft(
            AccountId officer, PriceSeries series, PriceHistory history, @Nullable Integer horizon, KnownAt known) {
        var bar = ForecastGate.PUBLICATION.obstacle(history, known.day());
        if (bar != null) {
            return Mono.just(new Outcome.Refused(series, bar));
        }
        return computing
                .compute(history, ForecastHorizon.of(series.frequency(), horizon))
                .map(computed -> ForecastDraft.of(
                        ForecastContent.of(
                                series.id(), known.vintage(), history, computed.forecast(), computed.accuracy()),
                        officer,
                        clock.instant()))
                .flatMap(draft -> drafts.insert(draft)
                        .as(transaction::transactional)
                        .map(added -> added ? new Outcome.Drafted(series, draft) : new Outcome.Open(series)));
    }

    private static Outcome nothingYet(PriceSeries series) {
        return new Outcome.Refused(series, ForecastGate.PUBLICATION.nothingYet(series.frequency()));
    }
}
