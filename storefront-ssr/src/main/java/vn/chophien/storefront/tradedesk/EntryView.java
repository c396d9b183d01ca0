package vn.chophien.storefront.tradedesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Formats;
import vn.chophien.storefront.page.FormErrors;

/**
 * A set of prices: a form for its officer while it is a draft, else a table.
 *
 * @param id null for what is not kept yet
 * @param set as it is kept; null while it is not, or when nothing answers
 * @param version the entity tag the form was made from
 * @param rows the lines of the form
 * @param notice what happened to what was typed
 */
public record EntryView(
        @Nullable String id,
        EntryApi.@Nullable EntrySet set,
        String version,
        List<EntryRow> rows,
        FormErrors errors,
        Notice notice) {

    /** Why the form is shown again with what was typed. */
    public enum Notice {
        NONE,
        /** Somebody saved another version meanwhile. */
        CONFLICT,
        /** The set is no draft any more. */
        CLOSED,
        /** Nothing was saved because something of ours is away. */
        AWAY
    }

    public EntryView {
        rows = List.copyOf(rows);
    }

    /** What a day owes, filled in with what was said last. */
    static EntryView proposed(EntryApi.OpenDay open, Formats formats) {
        return new EntryView(
                null,
                null,
                "",
                open.entries().stream()
                        .map(entry -> EntryRow.of(entry, true, formats))
                        .toList(),
                FormErrors.none(),
                Notice.NONE);
    }

    /** @param open what the set could have besides, shown as empty lines */
    static EntryView of(EntryApi.EntrySet set, String version, List<EntryApi.Entry> open, Formats formats) {
        var rows = new ArrayList<EntryRow>();
        set.entries().forEach(entry -> rows.add(EntryRow.of(entry, true, formats)));
        open.stream()
                .filter(entry -> rows.stream().noneMatch(row -> row.isAbout(entry)))
                .forEach(entry -> rows.add(EntryRow.of(entry, false, formats)));
        var byCommodity = rows.stream()
                .collect(Collectors.groupingBy(EntryRow::commodity, LinkedHashMap::new, Collectors.toList()));
        return new EntryView(
                set.id(),
                set,
                version,
                byCommodity.values().stream().flatMap(List::stream).toList(),
                FormErrors.none(),
                Notice.NONE);
    }

    EntryView with(FormErrors other) {
        return new EntryView(id, set, version, rows, other, notice);
    }

    EntryView noticed(Notice other) {
        return new EntryView(id, set, version, rows, errors, other);
    }

    /** What was typed, beside the set as it now is: a change made knowingly goes on from there. */
    EntryView beside(EntryApi.EntrySet now, String itsVersion) {
        return new EntryView(id, now, notice == Notice.CONFLICT ? itsVersion : version, rows, errors, notice);
    }

    /** Where the form goes: what is no draft any more becomes a new one. */
    public String action() {
        return id == null || notice == Notice.CLOSED
                ? "/trade-desk/entry-sets"
                : "/trade-desk/entry-sets/" + id + "/entries";
    }

    public boolean isForm() {
        return set == null || set.editable() || notice != Notice.NONE;
    }

    /** The lines that say anything, as they are sent. */
    List<EntryRow> filled() {
        return rows.stream().filter(EntryRow::isFilled).toList();
    }

    /** The lines in the order in which the set keeps them. */
    List<EntryRow> kept() {
        return set == null
                ? List.of()
                : set.entries().stream()
                        .flatMap(entry -> rows.stream().filter(row -> row.isAbout(entry)))
                        .toList();
    }

    /** What is known about a line beside what was typed into it. */
    public Optional<EntryApi.Entry> known(EntryRow row) {
        return set == null
                ? Optional.empty()
                : set.entries().stream().filter(row::isAbout).findFirst();
    }

    /** What is saved for a line, where that is not what was typed. */
    public Optional<String> saved(EntryRow row, Formats formats) {
        return notice == Notice.CONFLICT
                ? known(row)
                        .flatMap(entry -> Optional.ofNullable(entry.price())
                                .map(price -> EntryRow.figures(price, entry.priceMin(), entry.priceMax(), formats))
                                .filter(saved -> !saved.equals(row.figures())))
                : Optional.empty();
    }

    /** The heading above a line: its commodity, where another begins. */
    public Optional<String> heading(int index) {
        var commodity = rows.get(index).commodity();
        return index > 0 && rows.get(index - 1).commodity().equals(commodity)
                ? Optional.empty()
                : Optional.of(commodity);
    }

    public boolean corrects() {
        return set != null
                && set.entries().stream().anyMatch(entry -> entry.needsReason() || entry.published() != null);
    }

    /** Whether days differ from line to line. */
    public boolean isOfManyDays() {
        return rows.stream().map(EntryRow::date).distinct().count() > 1;
    }

    public Optional<LocalDate> day() {
        return rows.isEmpty() || isOfManyDays()
                ? Optional.empty()
                : Optional.of(rows.getFirst().date());
    }
}
