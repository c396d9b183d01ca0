package vn.chophien.storefront.tradedesk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.chophien.locales.Formats;

/**
 * A line of the entry form. It carries its own names, so that what was typed can be shown again even when nothing answers.
 *
 * @param last the last price before, as it is shown
 * @param from the price or where its range begins, as typed
 * @param to where the range ends, as typed
 * @param asked the figures that the officer was asked to confirm; empty when nobody asked
 */
public record EntryRow(
        String series,
        LocalDate date,
        String commodity,
        String place,
        String kind,
        String unit,
        String last,
        String from,
        String to,
        String note,
        String source,
        String sourceUrl,
        String reason,
        boolean preliminary,
        boolean withdrawn,
        boolean confirmed,
        String asked) {

    private static final String UNCHANGED = "/";

    /** @param chosen whether the row is in the set already; else it is a proposal, left empty */
    static EntryRow of(EntryApi.Entry entry, boolean chosen, Formats formats) {
        var min = entry.priceMin() == null ? entry.price() : entry.priceMin();
        var previous = entry.previous();
        var row = new EntryRow(
                entry.series().code(),
                entry.date(),
                entry.series().commodity(),
                entry.series().place(),
                entry.series().kind(),
                entry.unitLabel(),
                previous == null
                        ? ""
                        : figures(previous.price(), previous.priceMin(), previous.priceMax(), formats) + " ("
                                + formats.date(previous.date()) + ")",
                min == null || !chosen ? "" : formats.decimal(min),
                entry.priceMax() == null || !chosen ? "" : formats.decimal(entry.priceMax()),
                Objects.requireNonNullElse(entry.note(), ""),
                Objects.requireNonNullElse(entry.source(), ""),
                Objects.requireNonNullElse(entry.sourceUrl(), ""),
                Objects.requireNonNullElse(entry.reason(), ""),
                entry.status() == EntryApi.Status.PRELIMINARY,
                entry.status() == EntryApi.Status.WITHDRAWN,
                entry.confirmed(),
                "");
        return row.asks(entry) ? row.asking() : row;
    }

    private boolean asks(EntryApi.Entry entry) {
        return entry.needsConfirmation() || entry.confirmed();
    }

    private EntryRow asking() {
        return new EntryRow(
                series,
                date,
                commodity,
                place,
                kind,
                unit,
                last,
                from,
                to,
                note,
                source,
                sourceUrl,
                reason,
                preliminary,
                withdrawn,
                confirmed,
                figures());
    }

    /** The lines of a posted form, in its order. */
    static List<EntryRow> read(MultiValueMap<String, String> form) {
        var rows = new ArrayList<EntryRow>();
        for (int index = 0; form.containsKey("series-" + index); index++) {
            var row = read(form, index);
            if (row.isPresent()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static Optional<EntryRow> read(MultiValueMap<String, String> form, int index) {
        try {
            return Optional.of(new EntryRow(
                    field(form, "series-", index),
                    LocalDate.parse(field(form, "date-", index)),
                    field(form, "commodity-", index),
                    field(form, "place-", index),
                    field(form, "kind-", index),
                    field(form, "unit-", index),
                    field(form, "last-", index),
                    field(form, "from-", index),
                    field(form, "to-", index),
                    field(form, "note-", index),
                    field(form, "source-", index),
                    field(form, "source_url-", index),
                    field(form, "reason-", index),
                    form.containsKey("preliminary-" + index),
                    form.containsKey("withdrawn-" + index),
                    form.containsKey("seen-" + index),
                    field(form, "asked-", index)));
        } catch (DateTimeException notOurForm) {
            return Optional.empty();
        }
    }

    private static String field(MultiValueMap<String, String> form, String name, int index) {
        return Objects.requireNonNullElse(form.getFirst(name + index), "").strip();
    }

    /** Whether it says anything: a line left empty is no price of that day. */
    boolean isFilled() {
        return withdrawn || !from.isEmpty() || !to.isEmpty();
    }

    /** What was typed, as one text. */
    String figures() {
        var unchanged = from.equals(UNCHANGED) && last.contains(" (");
        var start = unchanged ? last.substring(0, last.lastIndexOf(" (")) : from;
        return to.isEmpty() ? start : start + " - " + to;
    }

    EntryApi.NewEntry entry() {
        return new EntryApi.NewEntry(
                series,
                date,
                withdrawn ? null : figures(),
                withdrawn
                        ? EntryApi.Status.WITHDRAWN
                        : preliminary ? EntryApi.Status.PRELIMINARY : EntryApi.Status.FINAL,
                orNull(note),
                orNull(source),
                orNull(sourceUrl),
                orNull(reason),
                // A confirmation is of the figures that were asked about, not of others typed since.
                confirmed && asked.equals(figures()));
    }

    boolean isAbout(EntryApi.Entry entry) {
        return series.equals(entry.series().code()) && date.equals(entry.date());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    public static String figures(
            BigDecimal price, @Nullable BigDecimal min, @Nullable BigDecimal max, Formats formats) {
        return min == null || max == null
                ? formats.decimal(price)
                : formats.decimal(min) + " - " + formats.decimal(max);
    }
}
