package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.SeriesCode;

/**
 * A place in the text that a figure is bound to, such as {@code {{change HO-TIEU.FARM.DAK-LAK 7d}}}.
 *
 * @param series those it names; none for one that speaks of the bulletin's selection
 * @param span how far back it looks; null for one that does not
 */
record Directive(
        Name name,
        List<SeriesCode> series,
        @Nullable Span span,
        @Nullable Direction direction) {

    /** What a directive may ask for. */
    enum Name {
        /** The last price. */
        PRICE(Series.ONE, Part.NO, false, false),
        /** The day, or the month, of the last price. */
        DATE(Series.ONE, Part.NO, false, false),
        /** What became of the price since then, in words. */
        CHANGE(Series.ONE, Part.YES, false, false),
        HIGH(Series.ONE, Part.YES, false, false),
        LOW(Series.ONE, Part.YES, false, false),
        AVERAGE(Series.ONE, Part.YES, false, false),
        /** The usual level of the bulletin's month against the year's. */
        SEASON(Series.ONE, Part.NO, false, false),
        /** How many of the selection rose, fell or stayed. */
        COUNT(Series.NONE, Part.YES, true, false),
        /** Which of the selection rose or fell most. */
        MOVERS(Series.NONE, Part.YES, true, false),
        CHART(Series.ONE, Part.YES, false, true),
        /** Prices and changes of these series, or of the selection. */
        TABLE(Series.ANY, Part.NO, false, true),
        /** Which of the selection have no price in the period. */
        LATE(Series.NONE, Part.NO, false, true),
        /** Which of the selection are on alert. */
        ALERTS(Series.NONE, Part.NO, false, true);

        private final Series series;
        private final Part span;
        private final boolean directed;
        private final boolean block;

        Name(Series series, Part span, boolean directed, boolean block) {
            this.series = series;
            this.span = span;
            this.directed = directed;
            this.block = block;
        }

        /** Whether it fills a paragraph of its own. */
        boolean isBlock() {
            return block;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Name> of(String word) {
            return Arrays.stream(values())
                    .filter(name -> name.word().equals(word))
                    .findFirst();
        }

        private enum Series {
            NONE,
            ONE,
            ANY
        }

        private enum Part {
            NO,
            YES
        }
    }

    enum Direction {
        UP,
        DOWN,
        SAME;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Direction> of(String word) {
            return Arrays.stream(values())
                    .filter(direction -> direction.word().equals(word))
                    .findFirst();
        }
    }

    /** What a reading comes to: a directive, or the code of what is wrong with it. */
    sealed interface Reading {
        record Understood(Directive directive) implements Reading {}

        record Refused(String code) implements Reading {}
    }

    Directive {
        series = List.copyOf(series);
    }

    /** Reads what stands between the braces. */
    static Reading read(String inner) {
        var words = List.of(inner.strip().split("\\s+"));
        return Name.of(words.getFirst())
                .<Reading>map(name -> read(name, words.subList(1, words.size())))
                .orElseGet(() -> new Reading.Refused("unknown-directive"));
    }

    private static Reading read(Name name, List<String> words) {
        var codes = new ArrayList<SeriesCode>();
        Span span = null;
        Direction direction = null;
        for (var word : words) {
            var asDirection = Direction.of(word);
            var asSpan = Span.parse(word);
            var asCode = SeriesCode.parse(word);
            if (name.directed && direction == null && asDirection.isPresent()) {
                direction = asDirection.get();
            } else if (name.span == Name.Part.YES && span == null && asSpan.isPresent()) {
                span = asSpan.get();
            } else if (asCode.isPresent()) {
                codes.add(asCode.get());
            } else {
                return new Reading.Refused("directive-form");
            }
        }
        var directive = new Directive(name, codes, span, direction);
        return directive.isComplete() ? new Reading.Understood(directive) : new Reading.Refused("directive-form");
    }

    private boolean isComplete() {
        var named = switch (name.series) {
            case NONE -> series.isEmpty();
            case ONE -> series.size() == 1;
            case ANY -> true;
        };
        var movesNowhere = name == Name.MOVERS && direction == Direction.SAME;
        var looksAtOneQuote = span != null && span.isLast() && !comparesQuotes();
        return named
                && (span != null) == (name.span == Name.Part.YES)
                && (direction != null) == name.directed
                && !movesNowhere
                && !looksAtOneQuote;
    }

    /** Whether {@code last} says something here: the others look at a stretch of days. */
    private boolean comparesQuotes() {
        return name == Name.CHANGE || name == Name.COUNT || name == Name.MOVERS;
    }
}
