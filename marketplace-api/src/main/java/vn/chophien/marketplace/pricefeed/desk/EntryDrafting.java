package vn.chophien.marketplace.pricefeed.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.calendar.DueCalendar;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;

/** Starts a set of entries and changes it while it is a draft. */
@Component
public class EntryDrafting {
    private final EntryRepository entries;
    private final DueCalendar calendar;
    private final Observations observations;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    EntryDrafting(
            EntryRepository entries,
            DueCalendar calendar,
            Observations observations,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.entries = entries;
        this.calendar = calendar;
        this.observations = observations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param stated at most one per series and day */
    public Mono<EntrySet> draft(AccountId officer, List<DeskEntry> stated) {
        var set = EntrySet.draft(officer, clock.instant());
        return entries.insert(set)
                .then(Mono.defer(() -> entries.replace(set.id(), stated)))
                .thenReturn(set)
                .as(transaction::transactional);
    }

    /** A draft for a day that says what was said last, of every series that is open for it. */
    Mono<EntrySet> prefilled(AccountId officer, LocalDate day) {
        return openPrices(day)
                .flatMap(open -> draft(
                        officer,
                        open.stream()
                                .<DeskEntry>mapMulti((one, sink) -> {
                                    var last = one.last();
                                    if (last != null) {
                                        sink.accept(DeskEntry.of(one.series(), day, last, null));
                                    }
                                })
                                .toList()));
    }

    /** A series that a day still owes, with its last price before that day, if there is any. */
    record OpenPrice(PriceSeries series, @Nullable Price last) {}

    Mono<List<OpenPrice>> openPrices(LocalDate day) {
        return calendar.open(day)
                .flatMap(series -> observations
                        .around(
                                series.stream().map(PriceSeries::id).toList(),
                                series.stream().map(one -> day).toList())
                        .filter(found -> found.observation().validOn().isBefore(day))
                        .collect(
                                HashMap<Integer, Observations.Recorded>::new,
                                (last, found) -> last.merge(found.seriesId(), found, EntryDrafting::later))
                        .map(last -> series.stream()
                                .map(one -> {
                                    var found = last.get(one.id());
                                    return new OpenPrice(
                                            one,
                                            found == null
                                                    ? null
                                                    : found.observation().price());
                                })
                                .toList()));
    }

    private static Observations.Recorded later(Observations.Recorded one, Observations.Recorded other) {
        return one.observation().validOn().isAfter(other.observation().validOn()) ? one : other;
    }

    /** Puts other entries in the place of a draft's; {@code ifMatch} names the version they were made from. */
    Mono<EntrySet> replace(EntrySetId id, AccountId officer, @Nullable String ifMatch, List<DeskEntry> stated) {
        return change(id, set -> {
            EntityTags.requireMatch(ifMatch, set.review().version());
            set.review().requireEditableBy(officer);
            return entries.replace(id, stated).thenReturn(set.with(set.review().changed()));
        });
    }

    /** Gives a submitted set back to who entered it, with a reason. */
    Mono<EntrySet> giveBack(EntrySetId id, String reason) {
        return change(id, set -> Mono.just(set.with(set.review().returned(reason))));
    }

    /** Ends a set that will not be published; doing so again changes nothing. */
    public Mono<EntrySet> discard(EntrySetId id, AccountId officer) {
        return change(id, set -> Mono.just(set.with(set.review().discarded(officer, clock.instant()))));
    }

    private Mono<EntrySet> change(EntrySetId id, Function<EntrySet, Mono<EntrySet>> to) {
        return entries.findForChange(id)
                .switchIfEmpty(Mono.error(EntryProblem.NotFound::new))
                .flatMap(set -> to.apply(set)
                        .flatMap(changed -> changed.equals(set)
                                ? Mono.just(set)
                                : entries.update(changed).thenReturn(changed)))
                .as(transaction::transactional);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM);
    }
}
