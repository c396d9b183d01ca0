package vn.chophien.marketplace.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** What of a name was asked for: the typed words, and other names of the same thing. */
final class Highlights {

    private Highlights() {}

    static List<List<Integer>> of(String name, Reading reading) {
        var words = VietnameseWords.split(name);
        var wanted = new boolean[words.size()];
        Set<String> ids = new HashSet<>();
        Set<String> typed = new HashSet<>();
        for (var term : reading.terms()) {
            ids.addAll(term.ids());
            term.words().forEach(word -> typed.add(form(word)));
        }
        for (var find : Lexicon.ofTheMarket().find(words, Lexicon.Reading.ANY)) {
            if (find.entries().stream().anyMatch(entry -> means(entry, ids))) {
                Arrays.fill(wanted, find.start(), find.end(), true);
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            var word = words.get(i);
            wanted[i] |= typed.contains(form(word)) || typed.contains(VietnameseText.fold(word));
        }
        return ranges(name, words, wanted);
    }

    /** A word typed without marks highlights every word that folds to it. */
    private static String form(String word) {
        return VietnameseText.hasMarks(word) ? VietnameseText.normalize(word) : VietnameseText.fold(word);
    }

    private static boolean means(LexiconEntry entry, Set<String> ids) {
        return ids.contains(entry.id()) || entry.wider().stream().anyMatch(ids::contains);
    }

    /** Names are stored composed, so the words stand in them as they are. */
    private static List<List<Integer>> ranges(String name, List<String> words, boolean[] wanted) {
        var ranges = new ArrayList<List<Integer>>();
        int from = 0;
        boolean open = false;
        for (int i = 0; i < wanted.length; i++) {
            int start = name.indexOf(words.get(i), from);
            if (start < 0) {
                return ranges;
            }
            boolean goesOn = open && name.substring(from, start).isBlank();
            from = start + words.get(i).length();
            if (wanted[i] && goesOn) {
                ranges.set(ranges.size() - 1, List.of(ranges.getLast().getFirst(), from));
            } else if (wanted[i]) {
                ranges.add(List.of(start, from));
            }
            open = wanted[i];
        }
        return ranges;
    }
}
