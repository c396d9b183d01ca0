package vn.chophien.marketplace.settlement.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Days in Vietnam, the first and the last included. */
public record Period(LocalDate from, LocalDate to) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_MONTHS = 12;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on or after %s, not on %s".formatted(from, to));
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /**
     * A month ({@code 2026-11}), or two days; without any, the month of {@code today}.
     *
     * @throws RequestProblem naming the field that is no month or day, or a period that is longer than a year
     */
    public static Period of(@Nullable String month, @Nullable String from, @Nullable String to, LocalDate today) {
        if (from == null && to == null) {
            return of(month == null ? YearMonth.from(today) : month(month));
        }
        var first = day("from", from);
        var last = day("to", to);
        if (last.isBefore(first) || !last.isBefore(first.plusMonths(LONGEST_MONTHS))) {
            throw RequestProblem.invalid(new FieldProblem("to", "invalid"));
        }
        return new Period(first, last);
    }

    public Instant start() {
        return from.atStartOfDay(VIETNAM).toInstant();
    }

    /** The first moment after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(VIETNAM).toInstant();
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw RequestProblem.invalid(new FieldProblem("month", "invalid"));
        }
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException notADay) {
            throw RequestProblem.invalid(new FieldProblem(field, text == null ? "required" : "invalid"));
        }
    }
}
