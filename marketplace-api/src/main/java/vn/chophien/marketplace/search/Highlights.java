package vn.chophien.marketplace.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.MarketWords;
import vn.chophien.vietnamese.VietnameseWords;
import vn.chophien.vietnamese.WordForms;

/** What of names was asked for: the typed words, and other names of the same thing. */
final class Highlights {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> typed = new HashSet<>();

    Highlights(Reading reading) {
        for (var term : reading.terms()) {
            ids.addAll(term.ids());
            term.words().stream().map(WordForms::of).map(Highlights::form).forEach(typed::add);
        }
    }

    List<List<Integer>> of(String name) {
        var words = VietnameseWords.split(name);
        var wanted = new boolean[words.size()];
        for (var find : MarketWords.read().find(words, Lexicon.Reading.ANY)) {
            if (find.entries().stream().anyMatch(entry -> means(entry))) {
                Arrays.fill(wanted, find.start(), find.end(), true);
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            var word = WordForms.of(words.get(i));
            wanted[i] |= typed.contains(form(word)) || typed.contains(word.folded());
        }
        return ranges(name, words, wanted);
    }

    /** A word typed without marks highlights every word that folds to it. */
    private static String form(WordForms word) {
        return word.marked() ? word.normal() : word.folded();
    }

    private boolean means(LexiconEntry entry) {
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
