package vn.chophien.marketplace.pricefeed.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.PriceRecord;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;

/**
 * Takes a set from the draft to the public in two steps of two people. At both, the entries are checked against the record
 * as it then is.
 */
@Component
public class EntryPublishing {
    private final EntryRepository entries;
    private final EntryChecking checking;
    private final PriceRecord record;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    EntryPublishing(
            EntryRepository entries,
            EntryChecking checking,
            PriceRecord record,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.entries = entries;
        this.checking = checking;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Offers a draft for publication. What seems unusual must be confirmed, what is corrected or withdrawn explained.
     *
     * @param confirmed which entries the officer has looked at again
     * @param reason for corrections and withdrawals that have none of their own
     */
    public Mono<EntrySet> submit(
            EntrySetId id, AccountId officer, Predicate<DeskEntry> confirmed, @Nullable String reason) {
        return forChange(id)
                .doOnNext(set -> set.review().requireEditableBy(officer))
                .flatMap(set -> entries.entries(id)
                        .flatMap(checking::check)
                        .map(checked -> answered(checked, officer, confirmed, reason))
                        .flatMap(answered -> checking.check(answered)
                                .doOnNext(EntryPublishing::requireComplete)
                                .then(Mono.defer(() -> entries.replace(id, answered))))
                        .then(Mono.defer(() -> save(set.with(set.review().submitted(clock.instant()))))))
                .as(transaction::transactional);
    }

    /** Makes a submitted set public; doing so again changes nothing. */
    public Mono<EntrySet> publish(EntrySetId id, AccountId officer) {
        return forChange(id)
                .flatMap(set -> {
                    if (set.review().state() == OfficerReview.State.PUBLISHED) {
                        return Mono.just(set);
                    }
                    set.review().requireAnswerableBy(officer);
                    // First the record is held still: what is checked is what the prices then meet.
                    return record.next()
                            .then(Mono.defer(() -> entries.entries(id)))
                            .flatMap(checking::check)
                            .doOnNext(EntryPublishing::requireComplete)
                            .flatMap(checked -> record.publish(
                                    new Publication.Origin.Desk(
                                            id.value(), set.review().author(), officer),
                                    news(checked)))
                            .flatMap(publication ->
                                    save(set.with(set.review().published(officer, publication.publishedAt()))));
                })
                .as(transaction::transactional);
    }

    private Mono<EntrySet> forChange(EntrySetId id) {
        return entries.findForChange(id).switchIfEmpty(Mono.error(EntryProblem.NotFound::new));
    }

    private Mono<EntrySet> save(EntrySet set) {
        return entries.update(set).thenReturn(set);
    }

    private static List<Publication.Entry> news(List<CheckedEntry> checked) {
        return checked.stream()
                .filter(one -> !one.flags().contains(Flag.REPEATS_PUBLISHED))
                .map(one -> one.entry().forPublication())
                .toList();
    }

    private static List<DeskEntry> answered(
            List<CheckedEntry> checked, AccountId officer, Predicate<DeskEntry> confirmed, @Nullable String reason) {
        return checked.stream()
                .map(one -> {
                    var entry = one.entry();
                    var explained = one.flags().stream().anyMatch(Flag::needsReason) ? entry.because(reason) : entry;
                    return confirmed.test(entry) ? explained.confirmed(officer) : explained;
                })
                .toList();
    }

    private static void requireComplete(List<CheckedEntry> checked) {
        var missing = new ArrayList<FieldProblem>();
        for (int index = 0; index < checked.size(); index++) {
            var field = "entries[" + index + "]";
            var one = checked.get(index);
            if (one.lacksConfirmation()) {
                missing.add(new FieldProblem(field + ".confirmed", "confirmation-required"));
            }
            if (one.lacksReason()) {
                missing.add(new FieldProblem(field + ".reason", "reason-required"));
            }
            if (one.flags().contains(Flag.NOTHING_TO_WITHDRAW)) {
                missing.add(new FieldProblem(field + ".status", "nothing-to-withdraw"));
            }
        }
        if (checked.isEmpty()) {
            missing.add(new FieldProblem("entries", "required"));
        }
        if (!missing.isEmpty()) {
            throw new EntryProblem.Incomplete(missing);
        }
    }
}
