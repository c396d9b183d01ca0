package vn.chophien.marketplace.pricefeed.desk;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.security.AccountId;

/** Shows sets of entries with what an officer needs to judge them. */
@Component
class EntryViews {
    private final EntryRepository entries;
    private final EntryChecking checking;
    private final OfficerNames officers;
    private final SeriesTexts texts;
    private final Messages messages;

    EntryViews(
            EntryRepository entries,
            EntryChecking checking,
            OfficerNames officers,
            SeriesTexts texts,
            Messages messages) {
        this.entries = entries;
        this.checking = checking;
        this.officers = officers;
        this.texts = texts;
        this.messages = messages;
    }

    Mono<EntrySetResource> whole(EntrySet set, AccountId officer, Language language) {
        return entries.entries(set.id())
                .flatMap(stated -> set.review().isOpen() ? checking.check(stated) : Mono.just(asClosed(stated)))
                .zipWith(
                        officers.ofReviews(List.of(set.review())),
                        (checked, names) ->
                                EntrySetResource.of(set, names, officer, extent(checked), shown(checked, language)));
    }

    Mono<List<EntrySetResource>> summaries(List<EntrySet> sets, AccountId officer) {
        return entries.extents(sets.stream().map(EntrySet::id).toList())
                .zipWith(
                        officers.ofReviews(sets.stream().map(EntrySet::review).toList()),
                        (extents, names) -> sets.stream()
                                .map(set -> EntrySetResource.of(
                                        set,
                                        names,
                                        officer,
                                        extents.getOrDefault(set.id(), EntryRepository.Extent.NONE),
                                        null))
                                .toList());
    }

    /** A day's proposals, in the order of the catalog, beside what they are compared with. */
    Mono<EntryController.OpenDay> open(LocalDate day, List<EntryDrafting.OpenPrice> open, Language language) {
        return checking.check(open.stream()
                        .map(one -> new DeskEntry(one.series(), day, one.last(), Status.FINAL, Remark.NONE, null))
                        .toList())
                .map(checked -> new EntryController.OpenDay(day, shown(checked, language)));
    }

    private List<EntrySetResource.EntryResource> shown(List<CheckedEntry> checked, Language language) {
        return checked.stream()
                .map(one -> EntrySetResource.entry(one, texts, messages, language))
                .toList();
    }

    private static EntryRepository.Extent extent(List<CheckedEntry> checked) {
        var days = checked.stream().map(one -> one.entry().validOn()).sorted().toList();
        return days.isEmpty()
                ? EntryRepository.Extent.NONE
                : new EntryRepository.Extent(days.size(), days.getFirst(), days.getLast());
    }

    /** What is closed is not compared any more: the record went on. */
    private static List<CheckedEntry> asClosed(List<DeskEntry> stated) {
        return stated.stream()
                .map(entry -> new CheckedEntry(entry, null, null, null, List.of()))
                .toList();
    }
}
