package vn.chophien.marketplace.pricefeed.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.Stage;

/** Compares what is due with what there is. World market prices come from elsewhere, so officers owe none. */
@Component
public class DueCalendar {
    private final SeriesCatalog catalog;
    private final CalendarRepository days;

    DueCalendar(SeriesCatalog catalog, CalendarRepository days) {
        this.catalog = catalog;
        this.days = days;
    }

    enum State {
        PUBLISHED,
        /** Waits for a second officer. */
        SUBMITTED,
        DRAFTED,
        MISSING
    }

    record Item(PriceSeries series, LocalDate validOn, LocalDate dueOn, State state) {}

    record Sheet(List<DayOff> daysOff, List<Item> items) {}

    /** What was due lately and will be until a day, in the order of the catalog; with the days off of the year after. */
    Mono<Sheet> sheet(LocalDate today, LocalDate until) {
        var from = DueDates.earliest(today);
        return reported()
                .flatMap(series -> days.daysOff(from, until.plusYears(1))
                        .collectList()
                        .flatMap(daysOff -> days.spans(ids(series))
                                .flatMap(spans -> days.published(ids(series), from, until)
                                        .collect(Collectors.toSet())
                                        .flatMap(published -> days.entered(from, until)
                                                .map(entered -> new Sheet(
                                                        daysOff,
                                                        items(
                                                                series,
                                                                dates(daysOff),
                                                                spans,
                                                                published,
                                                                entered,
                                                                today,
                                                                until)))))));
    }

    /**
     * The series that an officer reports for a day and that have nothing public or submitted for it. Daily ones are there
     * on a day off too: a market may open.
     */
    public Mono<List<PriceSeries>> open(LocalDate day) {
        return reported()
                .flatMap(series -> days.spans(ids(series))
                        .flatMap(spans -> days.published(ids(series), day, day)
                                .collect(Collectors.toSet())
                                .flatMap(published -> days.entered(day, day)
                                        .map(entered -> series.stream()
                                                .filter(one -> isOf(
                                                        one,
                                                        spans.getOrDefault(
                                                                one.id(), new CalendarRepository.Span(null, null)),
                                                        day))
                                                .filter(one ->
                                                        !published.contains(new CalendarRepository.Day(one.id(), day)))
                                                .filter(one -> !entered.getOrDefault(
                                                        new CalendarRepository.Day(one.id(), day), false))
                                                .toList()))));
    }

    private Mono<List<PriceSeries>> reported() {
        return catalog.all()
                .filter(series -> series.stage() != Stage.WORLD_MARKET)
                .collectList();
    }

    private static boolean isOf(PriceSeries series, CalendarRepository.Span span, LocalDate day) {
        var last = span.last();
        if (last != null && last.plusDays(series.frequency().daysCurrent()).isBefore(day)) {
            return false;
        }
        return switch (series.frequency()) {
            case DAILY -> true;
            case WEEKLY -> last == null || last.getDayOfWeek() == day.getDayOfWeek();
            case MONTHLY -> day.getDayOfMonth() == 1;
        };
    }

    private static List<Item> items(
            List<PriceSeries> series,
            Set<LocalDate> daysOff,
            Map<Integer, CalendarRepository.Span> spans,
            Set<CalendarRepository.Day> published,
            Map<CalendarRepository.Day, Boolean> entered,
            LocalDate today,
            LocalDate until) {
        var dates = new DueDates(daysOff);
        return series.stream()
                .flatMap(one -> {
                    var span = spans.getOrDefault(one.id(), new CalendarRepository.Span(null, null));
                    return dates.between(one.frequency(), span.first(), span.last(), today, until).stream()
                            .map(due -> new Item(
                                    one,
                                    due.validOn(),
                                    due.dueOn(),
                                    state(new CalendarRepository.Day(one.id(), due.validOn()), published, entered)));
                })
                .toList();
    }

    private static State state(
            CalendarRepository.Day day,
            Set<CalendarRepository.Day> published,
            Map<CalendarRepository.Day, Boolean> entered) {
        if (published.contains(day)) {
            return State.PUBLISHED;
        }
        var submitted = entered.get(day);
        if (submitted == null) {
            return State.MISSING;
        }
        return submitted ? State.SUBMITTED : State.DRAFTED;
    }

    private static List<Integer> ids(List<PriceSeries> series) {
        return series.stream().map(PriceSeries::id).toList();
    }

    private static Set<LocalDate> dates(List<DayOff> daysOff) {
        var dates = new HashSet<LocalDate>();
        daysOff.forEach(off -> dates.add(off.day()));
        return dates;
    }
}
