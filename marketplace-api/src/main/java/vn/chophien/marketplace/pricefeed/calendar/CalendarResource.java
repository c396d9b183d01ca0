package vn.chophien.marketplace.pricefeed.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/**
 * What is due and what is late.
 *
 * @param lateCount prices whose day has passed and that nobody has entered
 * @param days oldest first
 */
record CalendarResource(
        LocalDate today,
        @Nullable DayOffResource dayOff,
        int lateCount,
        List<DayResource> days,
        List<DayOffResource> daysOff) {
    private static final int MOST_NAMES = 50;

    /**
     * The prices of one frequency about one day.
     *
     * @param missing how many of them nobody has entered
     * @param missingSeries the first of these
     */
    record DayResource(
            LocalDate date,
            LocalDate dueOn,
            Frequency frequency,
            Progress progress,
            int expected,
            int published,
            int submitted,
            int drafted,
            int missing,
            List<SeriesName> missingSeries) {}

    enum Progress {
        DONE,
        /** Everything is entered, something waits for publication. */
        WAITING,
        DUE,
        LATE,
        UPCOMING
    }

    record SeriesName(String code, String title) {}

    record DayOffResource(LocalDate date, String name, String legalReference) {
        static DayOffResource of(DayOff off, Language language) {
            return new DayOffResource(off.day(), off.name(language), off.legalReference());
        }
    }

    private record Group(LocalDate dueOn, LocalDate validOn, Frequency frequency) {}

    static CalendarResource of(DueCalendar.Sheet sheet, LocalDate today, SeriesTexts texts, Language language) {
        var groups = new TreeMap<Group, List<DueCalendar.Item>>(
                Comparator.comparing(Group::dueOn).thenComparing(Group::validOn).thenComparing(Group::frequency));
        sheet.items()
                .forEach(item -> groups.computeIfAbsent(
                                new Group(
                                        item.dueOn(),
                                        item.validOn(),
                                        item.series().frequency()),
                                group -> new ArrayList<>())
                        .add(item));
        var days = groups.entrySet().stream()
                .map(entry -> day(entry.getKey(), entry.getValue(), today, texts, language))
                .toList();
        var daysOff = sheet.daysOff().stream()
                .map(off -> DayOffResource.of(off, language))
                .toList();
        return new CalendarResource(
                today,
                daysOff.stream()
                        .filter(off -> off.date().equals(today))
                        .findFirst()
                        .orElse(null),
                days.stream()
                        .filter(day -> day.progress() == Progress.LATE)
                        .mapToInt(DayResource::missing)
                        .sum(),
                days,
                daysOff);
    }

    private static DayResource day(
            Group group, List<DueCalendar.Item> items, LocalDate today, SeriesTexts texts, Language language) {
        int missing = count(items, DueCalendar.State.MISSING);
        int published = count(items, DueCalendar.State.PUBLISHED);
        return new DayResource(
                group.validOn(),
                group.dueOn(),
                group.frequency(),
                progress(group.dueOn(), today, missing, published == items.size()),
                items.size(),
                published,
                count(items, DueCalendar.State.SUBMITTED),
                count(items, DueCalendar.State.DRAFTED),
                missing,
                items.stream()
                        .filter(item -> item.state() == DueCalendar.State.MISSING)
                        .limit(MOST_NAMES)
                        .map(item -> new SeriesName(item.series().code().value(), texts.title(item.series(), language)))
                        .toList());
    }

    private static Progress progress(LocalDate dueOn, LocalDate today, int missing, boolean all) {
        if (missing == 0) {
            return all ? Progress.DONE : Progress.WAITING;
        }
        if (dueOn.isAfter(today)) {
            return Progress.UPCOMING;
        }
        return dueOn.equals(today) ? Progress.DUE : Progress.LATE;
    }

    private static int count(List<DueCalendar.Item> items, DueCalendar.State state) {
        return (int) items.stream().filter(item -> item.state() == state).count();
    }
}
