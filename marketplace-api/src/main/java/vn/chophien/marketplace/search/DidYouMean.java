package vn.chophien.marketplace.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chophien.vietnamese.VietnameseText;

/** The words of the nearest listings that come closest to what was typed, written as their sellers write them. */
final class DidYouMean {

    private DidYouMean() {}

    static Optional<String> of(SearchText text, Collection<FoundText> nearest) {
        var typed = text.folded();
        int most = Math.max(1, typed.length() / 4);
        return nearest.stream()
                .flatMap(DidYouMean::names)
                .flatMap(name -> windows(name, text.words().size()))
                .map(candidate -> new Candidate(candidate, distance(typed, VietnameseText.fold(candidate), most)))
                .filter(candidate -> candidate.distance() > 0 && candidate.distance() <= most)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(candidate -> VietnameseText.compose(candidate.words()).toLowerCase(Locale.ROOT));
    }

    private static Stream<String> names(FoundText found) {
        var names = new ArrayList<String>();
        for (var name : new String[] {found.nameVi(), found.nameEn()}) {
            if (name != null) {
                names.add(name);
            }
        }
        if (found.keywords() != null) {
            names.addAll(found.keywords());
        }
        if (found.categoryNamesVi() != null) {
            names.addAll(found.categoryNamesVi());
        }
        return names.stream();
    }

    private static Stream<String> windows(String name, int length) {
        List<String> words = SearchText.of(name).words();
        return Stream.iterate(0, start -> start + length <= words.size(), start -> start + 1)
                .map(start -> String.join(" ", words.subList(start, start + length)));
    }

    /** Edits between two texts, two neighbors swapped counting as one; anything above {@code most} is {@code most + 1}. */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int best = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    best = Math.min(best, rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = best;
            }
        }
        return Math.min(rows[one.length()][other.length()], most + 1);
    }

    private record Candidate(String words, int distance) {}
}
