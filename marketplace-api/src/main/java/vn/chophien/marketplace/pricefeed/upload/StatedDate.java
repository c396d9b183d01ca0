package vn.chophien.marketplace.pricefeed.upload;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates as officers write them: day first, or the ISO form. Two-digit years are not guessed. */
final class StatedDate {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    private static final Pattern IN_TEXT = Pattern.compile("(?<!\\d)(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?!\\d)");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?iu)ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s+năm|[,\\s])\\s*(\\d{4})");

    private StatedDate() {}

    /** The first date in a title such as {@code Giá cả ngày 18/10/2021 (tham khảo)}. */
    static Optional<LocalDate> within(String text) {
        return Stream.of(IN_WORDS, IN_TEXT)
                .flatMap(form -> form.matcher(text).results())
                .flatMap(found -> date(found.group(3), found.group(2), found.group(1)).stream())
                .findFirst();
    }

    static Optional<LocalDate> read(String cell) {
        var text = cell.strip();
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
