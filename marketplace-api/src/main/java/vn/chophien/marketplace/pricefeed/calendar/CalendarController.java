package vn.chophien.marketplace.pricefeed.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** The trade desk's calendar. */
@RestController
@RequestMapping("/api/v1/prices/calendar")
class CalendarController {
    private static final int WEEKEND = 2;

    private final DueCalendar calendar;
    private final CalendarRepository days;
    private final SeriesTexts texts;
    private final InstantSource clock;

    CalendarController(DueCalendar calendar, CalendarRepository days, SeriesTexts texts, InstantSource clock) {
        this.calendar = calendar;
        this.days = days;
        this.texts = texts;
        this.clock = clock;
    }

    record NewDayOff(
            @NotNull LocalDate date,
            @NotBlank @Size(max = 100) String nameVi,
            @NotBlank @Size(max = 100) String nameEn,
            @NotBlank @Size(max = 300) String legalReference) {}

    /** What is due until the end of this week, on a weekend of the next, and what is late. */
    @GetMapping
    Mono<CalendarResource> show(Language language) {
        var today = LocalDate.ofInstant(clock.instant(), KnownAt.VIETNAM);
        return calendar.sheet(today, today.plusDays(WEEKEND).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                .map(sheet -> CalendarResource.of(sheet, today, texts, language));
    }

    /** Adds a day off, such as those of Tết when they are announced, or says of one anew what it rests on. */
    @PostMapping("/days-off")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CalendarResource.DayOffResource> addDayOff(
            CurrentAccount officer, @Valid @RequestBody NewDayOff request, Language language) {
        if (DueDates.isWeekend(request.date())) {
            return Mono.error(() -> RequestProblem.invalid(new FieldProblem("date", "day-off-weekend")));
        }
        var off = new DayOff(
                request.date(),
                request.nameVi().strip(),
                request.nameEn().strip(),
                request.legalReference().strip());
        return days.put(off, officer.id()).thenReturn(CalendarResource.DayOffResource.of(off, language));
    }

    /** Makes it a working day again; doing so twice changes nothing. */
    @DeleteMapping("/days-off/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeDayOff(@PathVariable LocalDate date) {
        return days.remove(date);
    }
}
