package vn.chophien.marketplace.pricefeed.bulletin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stretch back in time as directives write it: {@code 7d}, {@code 2w}, {@code 1m}, {@code 5y}, or {@code last}. */
record Span(int count, Unit unit) {
    /** Back to the price before, however long ago. */
    static final Span LAST = new Span(1, Unit.QUOTE);

    static final Span YEAR = new Span(1, Unit.YEAR);

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})([dwmy])");
    private static final String WORD_FOR_LAST = "last";
    private static final int MOST_YEARS = 30;

    enum Unit {
        QUOTE(WORD_FOR_LAST),
        DAY("d"),
        WEEK("w"),
        MONTH("m"),
        YEAR("y");

        private final String letter;

        Unit(String letter) {
            this.letter = letter;
        }
    }

    static Span days(int count) {
        return new Span(count, Unit.DAY);
    }

    static Span months(int count) {
        return new Span(count, Unit.MONTH);
    }

    /** Empty for what is no span, and for one longer than a life's work of prices. */
    static Optional<Span> parse(String text) {
        if (text.equals(WORD_FOR_LAST)) {
            return Optional.of(LAST);
        }
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        for (var unit : Unit.values()) {
            if (unit.letter.equals(found.group(2))) {
                var span = new Span(Integer.parseInt(found.group(1)), unit);
                return Optional.of(span)
                        .filter(one -> !one.before(LocalDate.EPOCH).isBefore(LocalDate.EPOCH.minusYears(MOST_YEARS)));
            }
        }
        return Optional.empty();
    }

    boolean isLast() {
        return unit == Unit.QUOTE;
    }

    /** The day this far back. */
    LocalDate before(LocalDate day) {
        return switch (unit) {
            case QUOTE -> day.minusDays(1);
            case DAY -> day.minusDays(count);
            case WEEK -> day.minusWeeks(count);
            case MONTH -> day.minusMonths(count);
            case YEAR -> day.minusYears(count);
        };
    }

    /** The same stretch in the unit it is mostly spoken of: seven days are a week. */
    Span spoken() {
        if (unit == Unit.DAY && count % 7 == 0) {
            return new Span(count / 7, Unit.WEEK);
        }
        return unit == Unit.MONTH && count % 12 == 0 ? new Span(count / 12, Unit.YEAR) : this;
    }

    @Override
    public String toString() {
        return isLast() ? WORD_FOR_LAST : count + unit.letter;
    }
}
