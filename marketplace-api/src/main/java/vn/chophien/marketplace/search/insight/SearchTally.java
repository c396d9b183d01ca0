package vn.chophien.marketplace.search.insight;

import java.time.LocalDate;
import java.util.Comparator;

/** What is counted of searches: of words, and of the step from words that found nothing to the next. */
final class SearchTally {

    private SearchTally() {}

    record Words(LocalDate day, String language, String words) {
        static final Comparator<Words> ORDER =
                Comparator.comparing(Words::day).thenComparing(Words::language).thenComparing(Words::words);
    }

    record Step(LocalDate day, String language, String words, String next) {
        static final Comparator<Step> ORDER = Comparator.comparing(Step::day)
                .thenComparing(Step::language)
                .thenComparing(Step::words)
                .thenComparing(Step::next);
    }

    /** @param depth sum of the places at which what was opened stood */
    record Count(long searches, long empty, long results, long opens, long depth) {
        Count plus(Count other) {
            return new Count(
                    searches + other.searches,
                    empty + other.empty,
                    results + other.results,
                    opens + other.opens,
                    depth + other.depth);
        }
    }

    record Moves(long times, long opens) {
        Moves plus(Moves other) {
            return new Moves(times + other.times, opens + other.opens);
        }
    }
}
