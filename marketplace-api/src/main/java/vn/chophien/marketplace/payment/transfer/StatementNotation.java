package vn.chophien.marketplace.payment.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and amounts as Vietnamese banks write them. */
final class StatementNotation {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:[ T]+(\\d{1,2}:\\d{2}(?::\\d{2})?))?.*");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[ T]+(\\d{1,2}:\\d{2}(?::\\d{2})?))?.*");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,13}(?:[.,]0{1,2})?");
    private static final Pattern GROUPED = Pattern.compile(
            "\\d{1,3}(?:\\.\\d{3})+(?:,0{1,2})?|\\d{1,3}(?:,\\d{3})+(?:\\.0{1,2})?|\\d{1,3}(?: \\d{3})+");

    private StatementNotation() {}

    /** The day comes first unless the year does; without a time, the start of the day in Vietnam. */
    static Optional<Instant> date(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return instant(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), dayFirst.group(4));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.matches()
                ? instant(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), yearFirst.group(4))
                : Optional.empty();
    }

    /** Whole đồng; groups of three between dots, commas or spaces, and zeros behind a decimal sign. */
    static Optional<Long> amount(String text) {
        var figures = text.replaceAll("(?i)\\s*(vnd|vnđ|đ|d)\\s*$", "")
                .replaceFirst("^\\s*\\+\\s*", "")
                .strip();
        if (GROUPED.matcher(figures).matches()) {
            var whole = figures.replaceFirst("[.,]0{1,2}$", "");
            return positive(whole.replaceAll("[., ]", ""));
        }
        return PLAIN.matcher(figures).matches() ? positive(figures.replaceFirst("[.,].*$", "")) : Optional.empty();
    }

    private static Optional<Long> positive(String digits) {
        var amount = Long.parseLong(digits);
        return amount > 0 ? Optional.of(amount) : Optional.empty();
    }

    private static Optional<Instant> instant(String year, String month, String day, @Nullable String time) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            var clock = time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time.length() % 3 == 1 ? "0" + time : time);
            return Optional.of(date.atTime(clock).atZone(VIETNAM).toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
