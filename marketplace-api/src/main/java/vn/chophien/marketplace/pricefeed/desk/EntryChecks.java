package vn.chophien.marketplace.pricefeed.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.Status;

/** Compares entries with the record around their days, and with each other. */
final class EntryChecks {
    static final int UNUSUAL_PERCENT = 30;

    private static final BigDecimal UNUSUAL_CHANGE = BigDecimal.valueOf(UNUSUAL_PERCENT, 2);

    private final Map<Integer, SeriesBand> bands;
    private final Map<Integer, NavigableMap<LocalDate, Published>> published = new HashMap<>();
    private final Map<Integer, NavigableMap<LocalDate, Price>> known = new HashMap<>();

    EntryChecks(Map<Integer, SeriesBand> bands) {
        this.bands = bands;
    }

    private record Published(Price price, Status status, Remark remark) {}

    /** Adds a price that is public. */
    void addPublished(int seriesId, LocalDate validOn, Price price, Status status, Remark remark) {
        published.computeIfAbsent(seriesId, id -> new TreeMap<>()).put(validOn, new Published(price, status, remark));
        known.computeIfAbsent(seriesId, id -> new TreeMap<>()).put(validOn, price);
    }

    /** The entries in their own order, each compared with the day before it, be that public or of the same set. */
    List<CheckedEntry> check(List<DeskEntry> entries) {
        var checked = new HashMap<DeskEntry, CheckedEntry>();
        entries.stream().sorted(Comparator.comparing(DeskEntry::validOn)).forEach(entry -> {
            checked.put(entry, check(entry));
            remember(entry);
        });
        return entries.stream().map(checked::get).toList();
    }

    private void remember(DeskEntry entry) {
        var days = known.computeIfAbsent(entry.series().id(), id -> new TreeMap<>());
        var price = entry.price();
        if (price == null) {
            days.remove(entry.validOn());
        } else {
            days.put(entry.validOn(), price);
        }
    }

    private CheckedEntry check(DeskEntry entry) {
        int series = entry.series().id();
        var current = published.getOrDefault(series, new TreeMap<>()).get(entry.validOn());
        var before = known.getOrDefault(series, new TreeMap<>()).lowerEntry(entry.validOn());
        var previous = before == null ? null : new CheckedEntry.DatedPrice(before.getKey(), before.getValue());
        var band = bands.get(series);
        var flags = new ArrayList<Flag>();
        againstPublished(entry, current, flags);
        if (previous != null) {
            againstPrevious(entry, previous.price(), band, flags);
        }
        return new CheckedEntry(entry, previous, current == null ? null : current.price(), band, List.copyOf(flags));
    }

    private static void againstPublished(DeskEntry entry, @Nullable Published current, List<Flag> flags) {
        if (entry.status() == Status.WITHDRAWN) {
            flags.add(current == null ? Flag.NOTHING_TO_WITHDRAW : Flag.WITHDRAWS_PUBLISHED);
        } else if (current != null) {
            boolean same = current.price().equals(entry.price())
                    && current.status() == entry.status()
                    && current.remark().because(null).equals(entry.remark().because(null));
            flags.add(same ? Flag.REPEATS_PUBLISHED : Flag.CORRECTS_PUBLISHED);
        }
    }

    private static void againstPrevious(DeskEntry entry, Price previous, @Nullable SeriesBand band, List<Flag> flags) {
        var price = entry.price();
        if (price == null || flags.contains(Flag.REPEATS_PUBLISHED)) {
            return;
        }
        if (price.changeFrom(previous).abs().compareTo(UNUSUAL_CHANGE) > 0) {
            flags.add(Flag.UNUSUAL_CHANGE);
        } else if (band != null && !band.holds(previous, price)) {
            flags.add(Flag.OUTSIDE_BAND);
        }
    }
}
