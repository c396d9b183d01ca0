package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Starts bulletins and changes them while they are drafts. */
@Component
public class BulletinDrafting {
    private final BulletinRepository drafts;
    private final BulletinArchive archive;
    private final SeriesCatalog catalog;
    private final Vintages vintages;
    private final EvidenceReading evidence;
    private final DraftWriting writing;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    BulletinDrafting(
            BulletinRepository drafts,
            BulletinArchive archive,
            SeriesCatalog catalog,
            Vintages vintages,
            EvidenceReading evidence,
            DraftWriting writing,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.drafts = drafts;
        this.archive = archive;
        this.catalog = catalog;
        this.vintages = vintages;
        this.evidence = evidence;
        this.writing = writing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A draft with a text made from the data, for the period that holds a day. */
    public Mono<BulletinDraft> draft(AccountId officer, Period period, LocalDate day, List<String> codes) {
        if (period.first(day).isAfter(today())) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("date", "price-date-future")));
        }
        return vintages.latest()
                .flatMap(known -> catalog.all(known.vintage())
                        .collectList()
                        .map(all -> chosen(all, codes))
                        .flatMap(chosen -> written(
                                Scope.of(
                                        period,
                                        day,
                                        known.vintage(),
                                        chosen.stream().map(PriceSeries::id).toList()),
                                chosen))
                        .flatMap(written -> {
                            var draft = BulletinDraft.begun(
                                    written.scope(), written.text(), null, officer, clock.instant());
                            return drafts.insert(draft).thenReturn(draft);
                        }));
    }

    private record Written(Scope scope, BulletinText text) {}

    private Mono<Written> written(Scope scope, List<PriceSeries> chosen) {
        return evidence.readAll(scope, DraftWriting.leading(chosen))
                .map(found -> new Written(scope, writing.write(found)));
    }

    /** In the order of the board, whatever the order they were ticked in. */
    private static List<PriceSeries> chosen(List<PriceSeries> all, List<String> codes) {
        var chosen = new ArrayList<PriceSeries>();
        all.stream().filter(one -> codes.contains(one.code().value())).forEach(chosen::add);
        var known = chosen.stream().map(one -> one.code().value()).toList();
        var unknown = codes.stream().filter(code -> !known.contains(code)).findFirst();
        if (unknown.isPresent()) {
            throw RequestProblem.invalid(
                    new FieldProblem("series", "bulletin-series-unknown", Map.of("code", unknown.get())));
        }
        return chosen;
    }

    /** A draft that says what the last edition of a bulletin said, with the newest figures. */
    Mono<BulletinDraft> correct(AccountId officer, int number, String reason) {
        return Mono.zip(
                        archive.find(number, null, null).switchIfEmpty(Mono.error(BulletinProblem.NotFound::new)),
                        vintages.latest())
                .flatMap(found -> {
                    var last = found.getT1();
                    var draft = BulletinDraft.begun(
                            last.scope().asOf(found.getT2().vintage()),
                            last.text(),
                            new BulletinDraft.Correction(number, reason),
                            officer,
                            clock.instant());
                    return drafts.insert(draft).thenReturn(draft);
                });
    }

    /** @param reason why a bulletin is corrected; without effect on a new one */
    Mono<BulletinDraft> rewrite(
            BulletinId id, AccountId officer, @Nullable String ifMatch, BulletinText text, @Nullable String reason) {
        return change(id, draft -> {
            EntityTags.requireMatch(ifMatch, draft.review().version());
            draft.review().requireEditableBy(officer);
            return Mono.just(draft.saying(draft.scope(), text, reason == null ? draft.reason() : reason));
        });
    }

    /** Takes the figures from the newest state of the record; {@code anew} also writes the text once more from the data. */
    Mono<BulletinDraft> refresh(BulletinId id, AccountId officer, @Nullable String ifMatch, boolean anew) {
        return change(id, draft -> {
            EntityTags.requireMatch(ifMatch, draft.review().version());
            draft.review().requireEditableBy(officer);
            return vintages.latest().flatMap(known -> {
                var scope = draft.scope().asOf(known.vintage());
                if (!anew) {
                    return Mono.just(draft.saying(scope, draft.text(), draft.reason()));
                }
                return catalog.all(known.vintage())
                        .filter(one -> scope.seriesIds().contains(one.id()))
                        .collectList()
                        .flatMap(chosen -> written(scope, chosen))
                        .map(written -> draft.saying(scope, written.text(), draft.reason()));
            });
        });
    }

    /** Gives a draft that waits back to its author, with a remark. */
    Mono<BulletinDraft> giveBack(BulletinId id, String remark) {
        return change(id, draft -> Mono.just(draft.with(draft.review().returned(remark))));
    }

    /** Ends a draft that will not be published; doing so again changes nothing. */
    Mono<BulletinDraft> discard(BulletinId id, AccountId officer) {
        return change(id, draft -> Mono.just(draft.with(draft.review().discarded(officer, clock.instant()))));
    }

    private Mono<BulletinDraft> change(BulletinId id, Function<BulletinDraft, Mono<BulletinDraft>> to) {
        return drafts.findForChange(id)
                .switchIfEmpty(Mono.error(BulletinProblem.NotFound::new))
                .flatMap(draft -> to.apply(draft)
                        .flatMap(changed -> changed.equals(draft)
                                ? Mono.just(draft)
                                : drafts.update(changed).thenReturn(changed)))
                .as(transaction::transactional);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM);
    }
}
