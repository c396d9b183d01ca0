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

    private static final int UNLIKE = 1_000;

    private DidYouMean() {}

    /** Nothing when what was typed is written somewhere just so: then it was meant. */
    static Optional<String> of(SearchText text, Collection<FoundText> nearest) {
        var typed = words(text.folded());
        var candidates = nearest.stream()
                .flatMap(DidYouMean::names)
                .flatMap(name -> windows(name, text.words().size()))
                .map(words -> new Candidate(words, distance(typed, words(VietnameseText.fold(words)))))
                .filter(candidate -> candidate.distance() < UNLIKE)
                .toList();
        return candidates.stream()
                .min(Comparator.comparingInt(Candidate::distance))
                .filter(candidate -> candidate.distance() > 0)
                .map(candidate -> VietnameseText.compose(candidate.words()).toLowerCase(Locale.ROOT));
    }

    /** Word by word: a slip or two in each is a slip, another word is another thing. */
    private static int distance(List<String> typed, List<String> candidate) {
        if (typed.size() != candidate.size()) {
            return UNLIKE;
        }
        int sum = 0;
        for (int i = 0; i < typed.size(); i++) {
            int most = typed.get(i).length() < 5 ? 1 : 2;
            int distance = distance(typed.get(i), candidate.get(i), most);
            if (distance > most) {
                return UNLIKE;
            }
            sum += distance;
        }
        return sum;
    }

    private static List<String> words(String folded) {
        return List.of(folded.split(" "));
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
