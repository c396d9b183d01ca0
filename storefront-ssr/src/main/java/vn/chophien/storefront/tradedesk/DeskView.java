package vn.chophien.storefront.tradedesk;

import java.time.LocalDate;
import java.util.List;

/**
 * The trade desk in the morning: what waits, what is late, and the prices of a day.
 *
 * @param entry the form of that day; without lines when nothing is open
 * @param drafts this officer's own, oldest work first to come back to
 */
public record DeskView(
        LocalDate day,
        EntryApi.Calendar calendar,
        List<EntryApi.EntrySet> drafts,
        List<EntryApi.EntrySet> submitted,
        EntryView entry) {

    static DeskView of(
            LocalDate day,
            EntryApi.Calendar calendar,
            EntryApi.EntrySets drafts,
            EntryApi.EntrySets submitted,
            EntryView entry) {
        var set = entry.set();
        return new DeskView(
                day,
                calendar,
                drafts.items().stream()
                        .filter(EntryApi.EntrySet::editable)
                        .filter(draft -> set == null || !draft.id().equals(set.id()))
                        .toList(),
                submitted.items(),
                entry);
    }

    public boolean isToday() {
        return day.equals(calendar.today());
    }
}
