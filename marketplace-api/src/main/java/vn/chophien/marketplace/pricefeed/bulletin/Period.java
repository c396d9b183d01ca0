package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** What stretch of time a bulletin is about. */
public enum Period {
    DAY(Span.LAST, Span.days(90)),
    WEEK(Span.days(7), Span.days(90)),
    MONTH(Span.months(1), Span.months(12));

    private final Span step;
    private final Span charted;

    Period(Span step, Span charted) {
        this.step = step;
        this.charted = charted;
    }

    /** Back to what a bulletin of this kind compares with first. */
    Span step() {
        return step;
    }

    /** How far back its charts look. */
    Span charted() {
        return charted;
    }

    /** What it compares with, the nearest first. */
    List<Span> comparisons() {
        return this == MONTH ? List.of(Span.months(1), Span.YEAR) : List.of(Span.LAST, Span.days(7), Span.YEAR);
    }

    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
