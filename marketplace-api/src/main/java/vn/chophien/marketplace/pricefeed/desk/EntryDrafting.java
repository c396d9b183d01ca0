package vn.chophien.marketplace.pricefeed.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceBoard;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;

/** Starts a set of entries and changes it while it is a draft. */
@Component
public class EntryDrafting {
    private final EntryRepository entries;
    private final PriceBoard board;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    EntryDrafting(EntryRepository entries, PriceBoard board, TransactionalOperator transaction, InstantSource clock) {
        this.entries = entries;
        this.board = board;
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

    /** A draft for a day that says of every daily series what was said last. */
    Mono<EntrySet> prefilled(AccountId officer, LocalDate day) {
        return board.dailyPrices()
                .flatMap(prices -> draft(
                        officer,
                        prices.stream()
                                .<DeskEntry>mapMulti((price, sink) -> {
                                    var last = price.last();
                                    if (last != null) {
                                        sink.accept(DeskEntry.of(price.series(), day, last, null));
                                    }
                                })
                                .toList()));
    }

    /** Puts other entries in the place of a draft's; {@code ifMatch} names the version they were made from. */
    Mono<EntrySet> replace(EntrySetId id, AccountId officer, @Nullable String ifMatch, List<DeskEntry> stated) {
        return change(id, set -> {
            EntityTags.requireMatch(ifMatch, set.version());
            set.requireEditableBy(officer);
            return entries.replace(id, stated).thenReturn(set.changed());
        });
    }

    /** Gives a submitted set back to who entered it, with a reason. */
    Mono<EntrySet> giveBack(EntrySetId id, String reason) {
        return change(id, set -> {
            if (set.state() != EntrySet.State.SUBMITTED) {
                return Mono.error(() -> new EntryProblem.NotInState(set.state()));
            }
            return Mono.just(set.returned(reason));
        });
    }

    /** Ends a set that will not be published; doing so again changes nothing. */
    public Mono<EntrySet> discard(EntrySetId id, AccountId officer) {
        return change(id, set -> switch (set.state()) {
            case DRAFT, SUBMITTED -> Mono.just(set.closed(EntrySet.State.DISCARDED, officer, clock.instant()));
            case DISCARDED -> Mono.just(set);
            case PUBLISHED -> Mono.error(() -> new EntryProblem.NotInState(set.state()));
        });
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
