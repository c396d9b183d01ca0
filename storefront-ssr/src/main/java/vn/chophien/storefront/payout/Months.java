package vn.chophien.storefront.payout;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Formats;

/** The months one can choose a statement of: this one and those of the last two years. */
final class Months {

    private static final int OFFERED = 24;

    private Months() {}

    /** What was asked for, or the present month for what is none. */
    static YearMonth of(@Nullable String text, InstantSource clock) {
        try {
            return text == null ? present(clock) : YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            return present(clock);
        }
    }

    static List<YearMonth> offered(InstantSource clock) {
        var present = present(clock);
        return IntStream.range(0, OFFERED).mapToObj(present::minusMonths).toList();
    }

    private static YearMonth present(InstantSource clock) {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), Formats.ZONE));
    }
}
