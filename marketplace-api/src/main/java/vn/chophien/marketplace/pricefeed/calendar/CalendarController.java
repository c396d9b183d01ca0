package vn.chophien.marketplace.pricefeed.calendar;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/** The trade desk's calendar. */
@RestController
@RequestMapping("/api/v1/prices/calendar")
class CalendarController {
    private static final int WEEKEND = 2;

    private final DueCalendar calendar;
    private final SeriesTexts texts;
    private final InstantSource clock;

    CalendarController(DueCalendar calendar, SeriesTexts texts, InstantSource clock) {
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is due until the end of this week, on a weekend of the next, and what is late. */
    @GetMapping
    Mono<CalendarResource> show(Language language) {
        var today = LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM);
        return calendar.sheet(today, today.plusDays(WEEKEND).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .map(sheet -> CalendarResource.of(sheet, today, texts, language));
    }
}
